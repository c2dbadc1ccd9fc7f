/*
 * A Windows service for the tests, and what installs it.
 *
 *   service.exe install NAME DISPLAY GROUP DEPENDENCIES [FLAG...]   DEPENDENCIES: names joined by '/', groups with '+', or -
 *   service.exe remove NAME
 *   service.exe run NAME [FLAG...]                                  what the Service Control Manager calls
 *
 * Flags: listen=PORT (on the loopback), pausable, stubborn (accepts no stop), fails (ends at once), slow=MILLISECONDS.
 */
#include <winsock2.h>
#include <windows.h>
#include <stdio.h>
#include <wchar.h>

static SERVICE_STATUS_HANDLE handle;
static SERVICE_STATUS status;
static HANDLE stopped;
static DWORD accepted = SERVICE_ACCEPT_STOP;
static DWORD slow;
static int port;
static int fails;
static WCHAR *name;

static void report(DWORD state, DWORD exit_code)
{
    static DWORD check_point = 1;
    int pending = state == SERVICE_START_PENDING || state == SERVICE_STOP_PENDING || state == SERVICE_PAUSE_PENDING;
    status.dwServiceType = SERVICE_WIN32_OWN_PROCESS;
    status.dwCurrentState = state;
    status.dwControlsAccepted = pending || state == SERVICE_STOPPED ? 0 : accepted;
    status.dwWin32ExitCode = exit_code;
    status.dwCheckPoint = pending ? check_point++ : 0;
    status.dwWaitHint = pending ? slow + 2000 : 0;
    SetServiceStatus(handle, &status);
}

static DWORD WINAPI control(DWORD code, DWORD type, void *data, void *context)
{
    switch (code)
    {
    case SERVICE_CONTROL_STOP:
        report(SERVICE_STOP_PENDING, 0);
        SetEvent(stopped);
        return NO_ERROR;
    case SERVICE_CONTROL_PAUSE:
        report(SERVICE_PAUSED, 0);
        return NO_ERROR;
    case SERVICE_CONTROL_CONTINUE:
        report(SERVICE_RUNNING, 0);
        return NO_ERROR;
    case SERVICE_CONTROL_INTERROGATE:
        return NO_ERROR;
    default:
        return ERROR_CALL_NOT_IMPLEMENTED;
    }
}

static SOCKET listen_on(int number)
{
    WSADATA data;
    struct sockaddr_in address = {0};
    SOCKET listener;
    u_long yes = 1;
    char nothing;
    WSAStartup(MAKEWORD(2, 2), &data);
    listener = socket(AF_INET, SOCK_STREAM, IPPROTO_TCP);
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons((u_short)number);
    bind(listener, (struct sockaddr *)&address, sizeof(address));
    listen(listener, 1);
    /* Wine names the owner of a socket only once its process has touched it; reading from a listener just fails. */
    ioctlsocket(listener, FIONBIO, &yes);
    recv(listener, &nothing, 1, 0);
    return listener;
}

static void WINAPI service_main(DWORD count, WCHAR **arguments)
{
    SOCKET listener = INVALID_SOCKET;
    handle = RegisterServiceCtrlHandlerExW(name, control, NULL);
    report(SERVICE_START_PENDING, 0);
    Sleep(slow);
    if (fails)
    {
        report(SERVICE_STOPPED, ERROR_PROCESS_ABORTED);
        return;
    }
    if (port) listener = listen_on(port);
    report(SERVICE_RUNNING, 0);
    WaitForSingleObject(stopped, INFINITE);
    Sleep(slow);
    if (listener != INVALID_SOCKET) closesocket(listener);
    report(SERVICE_STOPPED, 0);
}

static int run(int count, WCHAR **arguments)
{
    int i;
    name = arguments[0];
    for (i = 1; i < count; i++)
    {
        if (!wcsncmp(arguments[i], L"listen=", 7)) port = _wtoi(arguments[i] + 7);
        if (!wcsncmp(arguments[i], L"slow=", 5)) slow = _wtoi(arguments[i] + 5);
        if (!wcscmp(arguments[i], L"pausable")) accepted |= SERVICE_ACCEPT_PAUSE_CONTINUE;
        if (!wcscmp(arguments[i], L"stubborn")) accepted &= ~SERVICE_ACCEPT_STOP;
        if (!wcscmp(arguments[i], L"fails")) fails = 1;
    }
    stopped = CreateEventW(NULL, TRUE, FALSE, NULL);
    SERVICE_TABLE_ENTRYW table[] = {{name, service_main}, {NULL, NULL}};
    return StartServiceCtrlDispatcherW(table) ? 0 : (int)GetLastError();
}

static int install(int count, WCHAR **arguments)
{
    WCHAR path[2048], self[512], dependencies[512] = {0};
    int i;
    SC_HANDLE manager, service;
    SERVICE_DESCRIPTIONW description = {L"Works for tests. Pr\u00fcfung"};
    GetModuleFileNameW(NULL, self, 512);
    swprintf(path, 2048, L"\"%ls\" run %ls", self, arguments[0]);
    for (i = 4; i < count; i++)
    {
        wcscat(path, L" ");
        wcscat(path, arguments[i]);
    }
    if (wcscmp(arguments[3], L"-"))
    {
        wcscpy(dependencies, arguments[3]);
        for (i = 0; dependencies[i]; i++)
            if (dependencies[i] == '/') dependencies[i] = 0;
    }
    manager = OpenSCManagerW(NULL, NULL, SC_MANAGER_ALL_ACCESS);
    service = CreateServiceW(manager, arguments[0], arguments[1], SERVICE_ALL_ACCESS, SERVICE_WIN32_OWN_PROCESS,
            SERVICE_DEMAND_START, SERVICE_ERROR_NORMAL, path, wcscmp(arguments[2], L"-") ? arguments[2] : NULL, NULL,
            dependencies[0] ? dependencies : NULL, NULL, NULL);
    if (!service) return (int)GetLastError();
    ChangeServiceConfig2W(service, SERVICE_CONFIG_DESCRIPTION, &description);
    CloseServiceHandle(service);
    CloseServiceHandle(manager);
    return 0;
}

static int remove_service(WCHAR *which)
{
    SC_HANDLE manager = OpenSCManagerW(NULL, NULL, SC_MANAGER_CONNECT);
    SC_HANDLE service = OpenServiceW(manager, which, DELETE);
    return service && DeleteService(service) ? 0 : (int)GetLastError();
}

int wmain(int count, WCHAR **arguments)
{
    if (count > 2 && !wcscmp(arguments[1], L"run")) return run(count - 2, arguments + 2);
    if (count > 5 && !wcscmp(arguments[1], L"install")) return install(count - 2, arguments + 2);
    if (count > 2 && !wcscmp(arguments[1], L"remove")) return remove_service(arguments[2]);
    return ERROR_INVALID_PARAMETER;
}
