/*
 * What reading all services costs at the least: one enumeration of the Service Control Manager, then the values of each
 * service's key in the registry. Prints the number of services and the microseconds of each reading.
 *
 *   read-once.exe REPETITIONS
 */
#include <windows.h>
#include <stdio.h>

static const WCHAR *const values[] = {L"Type", L"Start", L"DelayedAutostart", L"ImagePath", L"DisplayName", L"Description",
    L"ObjectName", L"Group", L"DependOnService", L"DependOnGroup", L"LaunchProtected"};

static BYTE data[64 * 1024];

static void read_key(HKEY services, const WCHAR *name)
{
    HKEY key, below;
    DWORD i, type, size;
    if (RegOpenKeyExW(services, name, 0, KEY_READ, &key)) return;
    for (i = 0; i < sizeof(values) / sizeof(*values); i++)
    {
        size = sizeof(data);
        RegQueryValueExW(key, values[i], NULL, &type, data, &size);
    }
    if (!RegOpenKeyExW(key, L"TriggerInfo", 0, KEY_READ, &below)) RegCloseKey(below);
    if (!RegOpenKeyExW(key, L"Security", 0, KEY_READ, &below))
    {
        size = sizeof(data);
        RegQueryValueExW(below, L"Security", NULL, &type, data, &size);
        RegCloseKey(below);
    }
    RegCloseKey(key);
}

static DWORD read_all(SC_HANDLE manager, HKEY services)
{
    DWORD needed = 0, count = 0, resume = 0, i;
    BYTE *memory;
    ENUM_SERVICE_STATUS_PROCESSW *found;
    EnumServicesStatusExW(manager, SC_ENUM_PROCESS_INFO, SERVICE_WIN32 | SERVICE_DRIVER, SERVICE_STATE_ALL, NULL, 0,
            &needed, &count, &resume, NULL);
    memory = malloc(needed);
    resume = 0;
    if (!EnumServicesStatusExW(manager, SC_ENUM_PROCESS_INFO, SERVICE_WIN32 | SERVICE_DRIVER, SERVICE_STATE_ALL, memory,
            needed, &needed, &count, &resume, NULL))
        return 0;
    found = (ENUM_SERVICE_STATUS_PROCESSW *)memory;
    for (i = 0; i < count; i++) read_key(services, found[i].lpServiceName);
    free(memory);
    return count;
}

int main(int count, char **arguments)
{
    LARGE_INTEGER frequency, before, after;
    SC_HANDLE manager = OpenSCManagerW(NULL, NULL, SC_MANAGER_CONNECT | SC_MANAGER_ENUMERATE_SERVICE);
    HKEY services;
    DWORD found;
    int i;
    RegOpenKeyExW(HKEY_LOCAL_MACHINE, L"SYSTEM\\CurrentControlSet\\Services", 0, KEY_READ, &services);
    QueryPerformanceFrequency(&frequency);
    for (i = 0; i < atoi(arguments[1]); i++)
    {
        QueryPerformanceCounter(&before);
        found = read_all(manager, services);
        QueryPerformanceCounter(&after);
        printf("%lu %lld\n", found, (after.QuadPart - before.QuadPart) * 1000000 / frequency.QuadPart);
    }
    return 0;
}
