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

/// <summary>What makes a customer a member, and for how long a card is valid.</summary>
internal sealed record EnrolmentPolicy
{
    public EnrolmentKind Kind { get; init; } = EnrolmentKind.None;

    /// <summary>The purchase that must be reached, or the fee.</summary>
    public long AmountFen { get; init; }

    /// <summary>Staff decide on each application.</summary>
    public bool Review { get; init; }

    /// <summary>
    /// How many months a card is valid, through the day before the same day; null: for ever. Then it has no price benefits,
    /// earns nothing and spends no points until it is renewed; the points are kept.
    /// </summary>
    public int? ValidMonths { get; init; }

    /// <summary>What a renewal costs.</summary>
    public long RenewalFen { get; init; }

    /// <summary>The last day of a card; null: it has none.</summary>
    /// <param name="joinedOn">When it was issued.</param>
    /// <param name="renewedThrough">To which day it was renewed; null: never.</param>
    public DateOnly? LastDay(DateOnly joinedOn, DateOnly? renewedThrough) =>
        ValidMonths is not { } months ? null : renewedThrough ?? LastDayFrom(joinedOn, months);

    /// <summary>Whether a card is valid on a day; between its end and its renewal it is not, also for a receipt that comes late.</summary>
    /// <param name="day">Business date.</param>
    /// <param name="joinedOn">When it was issued.</param>
    /// <param name="renewedThrough">To which day it was renewed; null: never.</param>
    /// <param name="renewals">The oldest first; empty where the day cannot be before one of them.</param>
    public bool IsValidOn(
        DateOnly day, DateOnly joinedOn, DateOnly? renewedThrough, IReadOnlyList<RenewedCard> renewals)
    {
        if (ValidMonths is not { } months) return true;
        var last = LastDayFrom(joinedOn, months);
        foreach (var renewal in renewals)
        {
            if (day <= last) return true;
            if (day < renewal.On) return false;
            last = renewal.Through;
        }

        return day <= (renewedThrough ?? last);
    }

    /// <summary>The last day of a card that begins so.</summary>
    public static DateOnly LastDayFrom(DateOnly first, int months) => first.AddMonths(months).AddDays(-1);
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
