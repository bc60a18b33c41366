namespace RetailMember.Redemption.Vouchers.Rules;

/// <summary>The days of use: either so many days from the issue on, or fixed dates of the brand's time zone.</summary>
internal sealed record Validity
{
    /// <summary>Days from the day of issue to the first day of use; 0: usable at once.</summary>
    public int StartsAfterDays { get; init; }

    /// <summary>How many days it can be used, the first one included.</summary>
    public int? Days { get; init; }

    public DateOnly? From { get; init; }

    /// <summary>Last day of use.</summary>
    public DateOnly? To { get; init; }

    internal bool IsRelative => Days is not null;

    /// <summary>First and last day of a voucher issued on a day. A fixed span that has begun is used from the day on.</summary>
    internal (DateOnly ValidFrom, DateOnly ExpiresOn) Of(DateOnly issuedOn)
    {
        if (Days is not { } days) return (From > issuedOn ? From.Value : issuedOn, To!.Value);
        var first = issuedOn.AddDays(StartsAfterDays);
        return (first, first.AddDays(days - 1));
    }

    /// <summary>False once no voucher issued from this day on could be used.</summary>
    internal bool CanBeIssuedOn(DateOnly day) => IsRelative || To >= day;
}
