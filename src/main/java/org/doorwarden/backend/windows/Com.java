package org.doorwarden.backend.windows;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;

/**
 * The calls that Doorwarden makes to COM, one by one as Windows takes them. Interfaces are called by their position in
 * the table of functions, which a published interface never changes: no names have to be resolved, nothing has to be
 * packed into variants, and an error is the function's own.
 *
 * @see <a href="https://learn.microsoft.com/windows/win32/api/combaseapi/">combaseapi.h</a>
 * @see <a href="https://learn.microsoft.com/windows/win32/api/oleauto/">oleauto.h</a>
 */
interface Com {

    /** CoInitializeEx for many threads, as the objects of the firewall allow ("Both"). */
    int initialize();

    /** CoUninitialize, for each success of {@link #initialize}. */
    void uninitialize();

    /**
     * CoCreateInstance inside this process.
     *
     * @param classId 16 bytes
     * @param interfaceId 16 bytes
     */
    int create(Pointer classId, Pointer interfaceId, PointerByReference object);

    /** Calls the function at a position of an object's table, with the object itself as the first argument. */
    int call(Pointer object, int slot, Object... arguments);

    /** SysAllocStringLen. */
    Pointer allocate(String text);

    /** SysFreeString. */
    void free(Pointer text);

    /** VariantClear. */
    void clear(Pointer variant);
}
