namespace RetailMember.Marketing.Journeys.Rules;

/// <summary>What makes an occasion to write to a member.</summary>
internal enum JourneyTrigger
{
    /// <summary>He became a member, or came back.</summary>
    Welcome,

    /// <summary>He bought something.</summary>
    Purchase,

    /// <summary>His points moved: by a receipt, a refund or a redemption.</summary>
    BalanceChange,

    /// <summary>He moved to another tier.</summary>
    TierChange,

    /// <summary>So many days before his birthday.</summary>
    Birthday,

    /// <summary>So many months after he last bought something.</summary>
    Lapse,

    /// <summary>So many days before points of his lapse.</summary>
    PointsExpiry,

    /// <summary>On a day of the month, where he is on the way to something that the month's spend earns.</summary>
    Goal,

    /// <summary>On days of the calendar, such as festivals and the first days of seasons.</summary>
    Calendar,

    /// <summary>A shop told of something that he did there, such as leaving a basket behind.</summary>
    ShopEvent,

    /// <summary>A card of his was loaded, has paid or got back what it had paid.</summary>
    CardMovement,
}

/// <summary>How often a journey may write to one member.</summary>
internal enum OncePer
{
    /// <summary>Once for each occasion: a receipt, a birthday, a lapse.</summary>
    Occasion,
    Day,
    Month,
    Year,
    Ever,
}

/// <summary>What distinguishes triggers.</summary>
internal static class JourneyTriggers
{
    private static readonly string[] Always = ["points", "rewards", "tier"];
    private static readonly string[] OfVouchers = ["voucherAmount", "voucherName", "voucherUntil"];

    /// <summary>Its occasions are days, to which somebody has to walk; the others happen.</summary>
    public static bool IsDated(this JourneyTrigger trigger) => trigger is JourneyTrigger.Birthday or JourneyTrigger.Lapse
        or JourneyTrigger.PointsExpiry or JourneyTrigger.Goal or JourneyTrigger.Calendar;

    /// <summary>Nothing of his has moved or is about to: whoever writes then wants him to come and buy.</summary>
    public static bool IsCommercial(this JourneyTrigger trigger) => trigger is JourneyTrigger.Birthday or JourneyTrigger.Lapse
        or JourneyTrigger.Goal or JourneyTrigger.Calendar or JourneyTrigger.ShopEvent;

    /// <summary>What a template may say of it, beside what it knows of every member.</summary>
    public static IReadOnlyList<string> Tells(this JourneyTrigger trigger, bool withVoucher) =>
        [.. Always, .. withVoucher ? OfVouchers : [], .. OwnOf(trigger)];

    private static string[] OwnOf(JourneyTrigger trigger) => trigger switch
    {
        JourneyTrigger.Purchase => ["amount", "earned"],
        JourneyTrigger.BalanceChange => ["change"],
        JourneyTrigger.Birthday => ["birthday", "days"],
        JourneyTrigger.Lapse => ["months", "lastPurchase"],
        JourneyTrigger.PointsExpiry => ["expiring", "lastDay", "days"],
        JourneyTrigger.Goal => ["goal", "reached", "missing"],
        JourneyTrigger.ShopEvent => ["item"],
        JourneyTrigger.CardMovement => ["card", "movement", "amount", "left"],
        _ => [],
    };
}
