package org.doorwarden.backend.windows;

import java.util.List;

/** The interfaces of the firewall as netfw.h has them. */
public final class NetFw {

    /** The position of the first function after those of IDispatch. */
    public static final int FIRST_SLOT = 7;

    /** Identifiers as they lie in memory. */
    public static final String POLICY_CLASS = "7fc9b3e2e16aac41817af6f92166d7dd";

    public static final String POLICY_INTERFACE = "4750329871c674418d81defcd3f03186";
    public static final String RULE_CLASS = "3ec45b2c6933334cab0cbe9469677af4";
    public static final String RULE_INTERFACE = "270d23afbaba424eacedf524f22cfce2";
    public static final String ENUM_VARIANT = "0404020000000000c000000000000046";

    /** The functions of the interfaces in their order. */
    public static final List<String> POLICY_TABLE = List.of(
            "get_CurrentProfileTypes",
            "get_FirewallEnabled",
            "put_FirewallEnabled",
            "get_ExcludedInterfaces",
            "put_ExcludedInterfaces",
            "get_BlockAllInboundTraffic",
            "put_BlockAllInboundTraffic",
            "get_NotificationsDisabled",
            "put_NotificationsDisabled",
            "get_UnicastResponsesToMulticastBroadcastDisabled",
            "put_UnicastResponsesToMulticastBroadcastDisabled",
            "get_Rules",
            "get_ServiceRestriction",
            "EnableRuleGroup",
            "IsRuleGroupEnabled",
            "RestoreLocalFirewallDefaults",
            "get_DefaultInboundAction",
            "put_DefaultInboundAction",
            "get_DefaultOutboundAction",
            "put_DefaultOutboundAction",
            "get_IsRuleGroupCurrentlyEnabled",
            "get_LocalPolicyModifyState");

    public static final List<String> RULES_TABLE = List.of("get_Count", "Add", "Remove", "Item", "get__NewEnum");

    public static final List<String> RULE_TABLE = List.of(
            "get_Name",
            "put_Name",
            "get_Description",
            "put_Description",
            "get_ApplicationName",
            "put_ApplicationName",
            "get_ServiceName",
            "put_ServiceName",
            "get_Protocol",
            "put_Protocol",
            "get_LocalPorts",
            "put_LocalPorts",
            "get_RemotePorts",
            "put_RemotePorts",
            "get_LocalAddresses",
            "put_LocalAddresses",
            "get_RemoteAddresses",
            "put_RemoteAddresses",
            "get_IcmpTypesAndCodes",
            "put_IcmpTypesAndCodes",
            "get_Direction",
            "put_Direction",
            "get_Interfaces",
            "put_Interfaces",
            "get_InterfaceTypes",
            "put_InterfaceTypes",
            "get_Enabled",
            "put_Enabled",
            "get_Grouping",
            "put_Grouping",
            "get_Profiles",
            "put_Profiles",
            "get_EdgeTraversal",
            "put_EdgeTraversal",
            "get_Action",
            "put_Action");

    private NetFw() {}
}
