namespace RetailMember.Membership.Programmes;

/// <summary>How long points last.</summary>
internal sealed record ExpiryPolicy
{
    public ExpiryKind Kind { get; init; } = ExpiryKind.Never;

    /// <summary>For <see cref="ExpiryKind.RollingFromEarn"/>: 12 = through the day before the anniversary.</summary>
    public int Months { get; init; } = 12;

    /// <summary>Days after a reset in which the points of the ended year can still be spent.</summary>
    public int SettlementDays { get; init; }
}

internal enum ExpiryKind { Never, RollingFromEarn, AnniversaryReset, CalendarReset }

/// <summary>What a refund may take when the points it granted have been spent already.</summary>
internal enum RefundPolicy { AllowNegative, WithinBalance, OnlyPending }

/// <summary>Points that members give to each other.</summary>
internal sealed record TransferPolicy
{
    public bool Allowed { get; init; } = true;

    /// <summary>No gift is smaller.</summary>
    public long LeastPoints { get; init; } = 1;

    /// <summary>What a member may give away on one business day; null: all that he has.</summary>
    public long? DailyMost { get; init; }

    /// <summary>Points whose last valid day is nearer than so many days are not given away; 0: also on that day itself.</summary>
    public int LeastDaysLeft { get; init; }
}

/// <summary>What makes a customer a member.</summary>
internal sealed record EnrolmentPolicy
{
    public EnrolmentKind Kind { get; init; } = EnrolmentKind.None;

    /// <summary>The purchase that must be reached, or the fee.</summary>
    public long AmountFen { get; init; }

    /// <summary>Staff decide on each application.</summary>
    public bool Review { get; init; }
}

internal enum EnrolmentKind { None, FirstPurchaseAtLeast, SinglePurchaseAtLeast, Fee }

/// <summary>A field of the member file that the brand has declared; what is not declared is not collected.</summary>
internal sealed record MemberField
{
    public required string Code { get; init; }
    public required LocalName Name { get; init; }
    public MemberFieldKind Kind { get; init; } = MemberFieldKind.Text;
    public bool Required { get; init; }
    public IReadOnlyList<string> Choices { get; init; } = [];
}

internal enum MemberFieldKind { Text, Date, Number, Choice, YesNo }
