/* What the headers of Windows say of the interfaces and structures that Doorwarden uses: a name and a number a line. */
#define INITGUID
#include <stddef.h>
#include <stdio.h>
#include <windows.h>
#include <netfw.h>
#include <dismapi.h>

#define SLOT(interface, function) \
    printf("%s.%s %d\n", #interface, #function, (int) (offsetof(interface##Vtbl, function) / sizeof(void *)))
#define FIELD(structure, field) printf("%s.%s %d\n", #structure, #field, (int) offsetof(structure, field))
#define SIZE(structure) printf("%s %d\n", #structure, (int) sizeof(structure))
#define ID(name)                                              \
    do {                                                      \
        printf("%s ", #name);                                 \
        for (int i = 0; i < 16; i++) {                        \
            printf("%02x", ((const unsigned char *) &name)[i]); \
        }                                                     \
        printf("\n");                                         \
    } while (0)

int main(void) {
    ID(CLSID_NetFwPolicy2);
    ID(IID_INetFwPolicy2);
    ID(CLSID_NetFwRule);
    ID(IID_INetFwRule);
    ID(IID_IEnumVARIANT);
    SLOT(INetFwPolicy2, get_CurrentProfileTypes);
    SLOT(INetFwPolicy2, get_FirewallEnabled);
    SLOT(INetFwPolicy2, put_FirewallEnabled);
    SLOT(INetFwPolicy2, get_ExcludedInterfaces);
    SLOT(INetFwPolicy2, put_ExcludedInterfaces);
    SLOT(INetFwPolicy2, get_BlockAllInboundTraffic);
    SLOT(INetFwPolicy2, put_BlockAllInboundTraffic);
    SLOT(INetFwPolicy2, get_NotificationsDisabled);
    SLOT(INetFwPolicy2, put_NotificationsDisabled);
    SLOT(INetFwPolicy2, get_UnicastResponsesToMulticastBroadcastDisabled);
    SLOT(INetFwPolicy2, put_UnicastResponsesToMulticastBroadcastDisabled);
    SLOT(INetFwPolicy2, get_Rules);
    SLOT(INetFwPolicy2, get_ServiceRestriction);
    SLOT(INetFwPolicy2, EnableRuleGroup);
    SLOT(INetFwPolicy2, IsRuleGroupEnabled);
    SLOT(INetFwPolicy2, RestoreLocalFirewallDefaults);
    SLOT(INetFwPolicy2, get_DefaultInboundAction);
    SLOT(INetFwPolicy2, put_DefaultInboundAction);
    SLOT(INetFwPolicy2, get_DefaultOutboundAction);
    SLOT(INetFwPolicy2, put_DefaultOutboundAction);
    SLOT(INetFwPolicy2, get_IsRuleGroupCurrentlyEnabled);
    SLOT(INetFwPolicy2, get_LocalPolicyModifyState);
    SLOT(INetFwRules, get_Count);
    SLOT(INetFwRules, Add);
    SLOT(INetFwRules, Remove);
    SLOT(INetFwRules, Item);
    SLOT(INetFwRules, get__NewEnum);
    SLOT(INetFwRule, get_Name);
    SLOT(INetFwRule, put_Name);
    SLOT(INetFwRule, get_Description);
    SLOT(INetFwRule, put_Description);
    SLOT(INetFwRule, get_ApplicationName);
    SLOT(INetFwRule, put_ApplicationName);
    SLOT(INetFwRule, get_ServiceName);
    SLOT(INetFwRule, put_ServiceName);
    SLOT(INetFwRule, get_Protocol);
    SLOT(INetFwRule, put_Protocol);
    SLOT(INetFwRule, get_LocalPorts);
    SLOT(INetFwRule, put_LocalPorts);
    SLOT(INetFwRule, get_RemotePorts);
    SLOT(INetFwRule, put_RemotePorts);
    SLOT(INetFwRule, get_LocalAddresses);
    SLOT(INetFwRule, put_LocalAddresses);
    SLOT(INetFwRule, get_RemoteAddresses);
    SLOT(INetFwRule, put_RemoteAddresses);
    SLOT(INetFwRule, get_IcmpTypesAndCodes);
    SLOT(INetFwRule, put_IcmpTypesAndCodes);
    SLOT(INetFwRule, get_Direction);
    SLOT(INetFwRule, put_Direction);
    SLOT(INetFwRule, get_Interfaces);
    SLOT(INetFwRule, put_Interfaces);
    SLOT(INetFwRule, get_InterfaceTypes);
    SLOT(INetFwRule, put_InterfaceTypes);
    SLOT(INetFwRule, get_Enabled);
    SLOT(INetFwRule, put_Enabled);
    SLOT(INetFwRule, get_Grouping);
    SLOT(INetFwRule, put_Grouping);
    SLOT(INetFwRule, get_Profiles);
    SLOT(INetFwRule, put_Profiles);
    SLOT(INetFwRule, get_EdgeTraversal);
    SLOT(INetFwRule, put_EdgeTraversal);
    SLOT(INetFwRule, get_Action);
    SLOT(INetFwRule, put_Action);
    SLOT(IEnumVARIANT, Next);
    SIZE(VARIANT);
    FIELD(VARIANT, pdispVal);
    SIZE(DismFeature);
    FIELD(DismFeature, State);
    SIZE(DismFeatureInfo);
    FIELD(DismFeatureInfo, FeatureState);
    FIELD(DismFeatureInfo, DisplayName);
    FIELD(DismFeatureInfo, Description);
    FIELD(DismFeatureInfo, RestartRequired);
    FIELD(DismFeatureInfo, CustomProperty);
    FIELD(DismFeatureInfo, CustomPropertyCount);
    FIELD(DismString, Value);
    return 0;
}
