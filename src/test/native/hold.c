/* Keeps the Windows session alive until it is ended: without any program, Wine ends its services, too. */
#include <windows.h>

int main(void)
{
    Sleep(INFINITE);
    return 0;
}
