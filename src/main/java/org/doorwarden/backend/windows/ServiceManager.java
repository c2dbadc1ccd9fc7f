package org.doorwarden.backend.windows;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.WString;
import com.sun.jna.ptr.IntByReference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.doorwarden.backend.WindowsError;
import org.doorwarden.model.ServiceName;

/** The Service Control Manager of this computer. Each service is opened with no more rights than the call needs. */
final class ServiceManager implements AutoCloseable {

    static final int SERVICE_CHANGE_CONFIG = 0x2;
    static final int SERVICE_QUERY_STATUS = 0x4;
    static final int SERVICE_START = 0x10;
    static final int SERVICE_STOP = 0x20;
    static final int SERVICE_PAUSE_CONTINUE = 0x40;

    private static final int SC_MANAGER_CONNECT = 0x1;
    private static final int SC_MANAGER_ENUMERATE_SERVICE = 0x4;
    private static final int SC_ENUM_PROCESS_INFO = 0;
    private static final int SC_STATUS_PROCESS_INFO = 0;
    /** Drivers of all kinds, services in own and shared processes, and per-user services. */
    private static final int ALL_TYPES = 0x2F | 0x10 | 0x40 | 0x80;

    private static final int SERVICE_STATE_ALL = 3;
    private static final int NO_CHANGE = -1;
    private static final int DELAYED_AUTO_START_INFO = 3;
    private static final int CONTROL_STOP = 1;
    private static final int CONTROL_PAUSE = 2;
    private static final int STATUS_SIZE = 36;
    /** Windows hands out no more than 256 KiB at a time. */
    private static final int FIRST_SIZE = 256 * 1024;

    private final Pointer handle;

    private ServiceManager(Pointer handle) {
        this.handle = handle;
    }

    static ServiceManager open() throws WindowsFailure {
        Pointer handle = Advapi.OpenSCManagerW(null, null, SC_MANAGER_CONNECT | SC_MANAGER_ENUMERATE_SERVICE);
        if (handle == null) {
            throw new WindowsFailure("OpenSCManager", Native.getLastError());
        }
        return new ServiceManager(handle);
    }

    /** All services and drivers, in one enumeration however many pieces it comes in. */
    List<EnumeratedService> enumerate() throws WindowsFailure {
        List<EnumeratedService> services = new ArrayList<>();
        IntByReference needed = new IntByReference();
        IntByReference returned = new IntByReference();
        IntByReference resume = new IntByReference();
        int size = FIRST_SIZE;
        while (true) {
            Memory memory = new Memory(size);
            boolean complete = Advapi.EnumServicesStatusExW(
                    handle,
                    SC_ENUM_PROCESS_INFO,
                    ALL_TYPES,
                    SERVICE_STATE_ALL,
                    memory,
                    size,
                    needed,
                    returned,
                    resume,
                    null);
            int error = complete ? 0 : Native.getLastError();
            if (error != 0 && error != WindowsError.MORE_DATA) {
                throw new WindowsFailure("EnumServicesStatusEx", error);
            }
            services.addAll(EnumeratedService.parse(
                    memory.getByteArray(0, size),
                    Pointer.nativeValue(memory),
                    returned.getValue(),
                    Native.POINTER_SIZE));
            if (complete) {
                return services;
            }
            if (returned.getValue() == 0) {
                // Some systems give all or nothing. New services may appear before the next try.
                size = size + needed.getValue() + FIRST_SIZE;
            }
        }
    }

    EnumeratedService.Status status(ServiceName name) throws WindowsFailure {
        return with(name, SERVICE_QUERY_STATUS, service -> {
            Memory memory = new Memory(STATUS_SIZE);
            check(
                    "QueryServiceStatusEx",
                    Advapi.QueryServiceStatusEx(
                            service, SC_STATUS_PROCESS_INFO, memory, STATUS_SIZE, new IntByReference()));
            ByteBuffer bytes =
                    ByteBuffer.wrap(memory.getByteArray(0, STATUS_SIZE)).order(ByteOrder.LITTLE_ENDIAN);
            return EnumeratedService.Status.parse(bytes, 0);
        });
    }

    /** Sets {@code dwStartType} and nothing else. */
    void setStartType(ServiceName name, int startType) throws WindowsFailure {
        with(name, SERVICE_CHANGE_CONFIG, service -> {
            check(
                    "ChangeServiceConfig",
                    Advapi.ChangeServiceConfigW(
                            service, NO_CHANGE, startType, NO_CHANGE, null, null, null, null, null, null, null));
            return null;
        });
    }

    /** Sets the declared dependencies and nothing else. */
    void setDependencies(ServiceName name, Dependencies dependencies) throws WindowsFailure {
        char[] list = dependencies.asList();
        Memory memory = new Memory(list.length * 2L);
        memory.write(0, list, 0, list.length);
        with(name, SERVICE_CHANGE_CONFIG, service -> {
            check(
                    "ChangeServiceConfig",
                    Advapi.ChangeServiceConfigW(
                            service, NO_CHANGE, NO_CHANGE, NO_CHANGE, null, null, null, memory, null, null, null));
            return null;
        });
    }

    /** Sets whether an automatic start is delayed. */
    void setDelayed(ServiceName name, boolean delayed) throws WindowsFailure {
        with(name, SERVICE_CHANGE_CONFIG, service -> {
            Memory info = new Memory(4);
            info.setInt(0, delayed ? 1 : 0);
            check("ChangeServiceConfig2", Advapi.ChangeServiceConfig2W(service, DELAYED_AUTO_START_INFO, info));
            return null;
        });
    }

    void start(ServiceName name) throws WindowsFailure {
        with(name, SERVICE_START, service -> {
            check("StartService", Advapi.StartServiceW(service, 0, null));
            return null;
        });
    }

    void stop(ServiceName name) throws WindowsFailure {
        control(name, SERVICE_STOP, CONTROL_STOP);
    }

    void pause(ServiceName name) throws WindowsFailure {
        control(name, SERVICE_PAUSE_CONTINUE, CONTROL_PAUSE);
    }

    private void control(ServiceName name, int right, int control) throws WindowsFailure {
        with(name, right, service -> {
            check("ControlService", Advapi.ControlService(service, control, new Memory(STATUS_SIZE)));
            return null;
        });
    }

    @Override
    public void close() {
        Advapi.CloseServiceHandle(handle);
    }

    @FunctionalInterface
    private interface Work<T> {
        T on(Pointer service) throws WindowsFailure;
    }

    private <T> T with(ServiceName name, int access, Work<T> work) throws WindowsFailure {
        Pointer service = Advapi.OpenServiceW(handle, new WString(name.value()), access);
        if (service == null) {
            throw new WindowsFailure("OpenService", Native.getLastError());
        }
        try {
            return work.on(service);
        } finally {
            Advapi.CloseServiceHandle(service);
        }
    }

    private static void check(String function, boolean succeeded) throws WindowsFailure {
        if (!succeeded) {
            throw new WindowsFailure(function, Native.getLastError());
        }
    }
}
