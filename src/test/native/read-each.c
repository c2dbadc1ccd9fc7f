/*
 * What reading all services costs when the Service Control Manager is asked service by service, as most programs do: for
 * its configuration, its security and the services that need it.
 * Prints the number of services and the microseconds of each reading.
 *
 *   read-each.exe REPETITIONS
 */
#include <windows.h>
#include <stdio.h>

static BYTE data[8 * 1024];

static void ask(SC_HANDLE manager, const WCHAR *name)
{
    DWORD needed;
    DWORD count;
    SC_HANDLE service = OpenServiceW(manager, name,
            SERVICE_QUERY_CONFIG | SERVICE_QUERY_STATUS | SERVICE_ENUMERATE_DEPENDENTS | READ_CONTROL);
    if (!service) return;
    QueryServiceConfigW(service, (QUERY_SERVICE_CONFIGW *)data, sizeof(data), &needed);
    QueryServiceConfig2W(service, SERVICE_CONFIG_DESCRIPTION, data, sizeof(data), &needed);
    QueryServiceConfig2W(service, SERVICE_CONFIG_DELAYED_AUTO_START_INFO, data, sizeof(data), &needed);
    QueryServiceConfig2W(service, SERVICE_CONFIG_TRIGGER_INFO, data, sizeof(data), &needed);
    QueryServiceConfig2W(service, SERVICE_CONFIG_LAUNCH_PROTECTED, data, sizeof(data), &needed);
    QueryServiceObjectSecurity(service, DACL_SECURITY_INFORMATION, data, sizeof(data), &needed);
    EnumDependentServicesW(service, SERVICE_STATE_ALL, (ENUM_SERVICE_STATUSW *)data, sizeof(data), &needed, &count);
    CloseServiceHandle(service);
}

static DWORD read_all(SC_HANDLE manager)
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
    for (i = 0; i < count; i++) ask(manager, found[i].lpServiceName);
    free(memory);
    return count;
}

int main(int count, char **arguments)
{
    LARGE_INTEGER frequency, before, after;
    SC_HANDLE manager = OpenSCManagerW(NULL, NULL, SC_MANAGER_CONNECT | SC_MANAGER_ENUMERATE_SERVICE);
    DWORD found;
    int i;
    QueryPerformanceFrequency(&frequency);
    for (i = 0; i < atoi(arguments[1]); i++)
    {
        QueryPerformanceCounter(&before);
        found = read_all(manager);
        QueryPerformanceCounter(&after);
        printf("%lu %lld\n", found, (after.QuadPart - before.QuadPart) * 1000000 / frequency.QuadPart);
    }
    return 0;
}
