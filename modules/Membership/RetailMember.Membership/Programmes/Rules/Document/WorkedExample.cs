namespace RetailMember.Membership.Programmes;

/// <summary>A case that head office has worked out by hand and that the document must reproduce.</summary>
internal sealed record WorkedExample
{
    public required string Name { get; init; }
    public required ExampleGiven Given { get; init; }
    public required ExampleExpectation Expect { get; init; }
}

internal sealed record ExampleGiven
{
    public ExampleMember Member { get; init; } = new();
    public required IReadOnlyList<BasketLine> Basket { get; init; }

    /// <summary>Date and time at the till, in the brand's time zone.</summary>
    public required DateTime At { get; init; }

    public string Store { get; init; } = "";

    /// <summary>The part of the payment that vouchers and points settled; it earns nothing.</summary>
    public long VoucherFen { get; init; }

    public Receipt ToReceipt() => new(At, Store, [.. Basket], VoucherFen);

    public MemberState ToMember() => new()
    {
        Tier = Member.Tier,
        PointsBalance = Member.PointsBalance,
        Metrics = Member.Metrics,
        Birthday = Member.Birthday,
        JoinedOn = Member.JoinedOn ?? DateOnly.FromDateTime(At),
    };
}

internal sealed record ExampleMember
{
    /// <summary>Null = the tier that the metrics qualify for.</summary>
    public string? Tier { get; init; }

    public long PointsBalance { get; init; }
    public TierMetrics Metrics { get; init; }
    public DateOnly? Birthday { get; init; }

    /// <summary>Null = the day of the purchase.</summary>
    public DateOnly? JoinedOn { get; init; }
}

/// <summary>What is stated must come out; what is left open is not looked at.</summary>
internal sealed record ExampleExpectation
{
    public long? PayFen { get; init; }
    public long? Points { get; init; }
    public long? Growth { get; init; }
    public string? TierAfter { get; init; }
    public DateOnly? UsableFrom { get; init; }
    public DateOnly? ExpiresOn { get; init; }
}
