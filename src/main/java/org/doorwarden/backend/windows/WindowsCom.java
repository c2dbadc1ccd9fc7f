package org.doorwarden.backend.windows;

import com.sun.jna.Function;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;

/** COM of the Windows that the program runs on. */
final class WindowsCom implements Com {

    private static final int COINIT_MULTITHREADED = 0;
    private static final int CLSCTX_INPROC_SERVER = 1;

    @Override
    public int initialize() {
        return Ole.CoInitializeEx(null, COINIT_MULTITHREADED);
    }

    @Override
    public void uninitialize() {
        Ole.CoUninitialize();
    }

    @Override
    public int create(Pointer classId, Pointer interfaceId, PointerByReference object) {
        return Ole.CoCreateInstance(classId, null, CLSCTX_INPROC_SERVER, interfaceId, object);
    }

    @Override
    public int call(Pointer object, int slot, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = object;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        Pointer function = object.getPointer(0).getPointer((long) slot * Native.POINTER_SIZE);
        return Function.getFunction(function, Function.ALT_CONVENTION).invokeInt(all);
    }

    @Override
    public Pointer allocate(String text) {
        return OleAutomation.SysAllocStringLen(text.toCharArray(), text.length());
    }

    @Override
    public void free(Pointer text) {
        OleAutomation.SysFreeString(text);
    }

    @Override
    public void clear(Pointer variant) {
        OleAutomation.VariantClear(variant);
    }
}
