namespace RetailMember.Marketing;

/// <summary>The module's permissions that other modules and plug-ins may name.</summary>
public static class MarketingPermissions
{
    /// <summary>See what was sent to members, with numbers masked, and why something was not.</summary>
    public const string ViewMessages = "Marketing.Messages.View";

    /// <summary>Tell that a member did something in an online shop.</summary>
    public const string TellShopEvents = "Marketing.ShopEvents.Tell";

    /// <summary>Say by which WeChat account a member is reached, and that he is not any more.</summary>
    public const string LinkWeChat = "Marketing.WeChat.Link";
}
