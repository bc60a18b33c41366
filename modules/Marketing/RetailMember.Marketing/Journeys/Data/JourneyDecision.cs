using RetailMember.Data;

namespace RetailMember.Marketing.Journeys.Data;

/// <summary>Whether one member was written to for one occasion, and why not.</summary>
internal sealed class JourneyDecision : IBrandOwned
{
    /// <summary>What a later decision on the same occasion changes; one to write stands for ever.</summary>
    public static readonly string[] Changing =
    [
        nameof(Number), nameof(On), nameof(Outcome), nameof(Refusal), nameof(BatchId), nameof(VoucherId), nameof(DecidedAt),
        nameof(DecidedOn),
    ];

    /// <summary>Made of journey, member and occasion: the same however often it is decided.</summary>
    public Guid Id { get; init; }

    public int BrandId { get; init; }

    public Guid JourneyId { get; init; }

    /// <summary>The version that decided.</summary>
    public int Number { get; init; }

    public Guid MemberId { get; init; }

    /// <summary>What it was decided for, such as <c>birthday:2026</c>; once for each.</summary>
    public required string Occasion { get; init; }

    /// <summary>Business day of the occasion.</summary>
    public DateOnly On { get; init; }

    public JourneyOutcome Outcome { get; init; }

    /// <summary>Code of the refusal for which a voucher was not given.</summary>
    public string? Refusal { get; init; }

    /// <summary>Where his message is.</summary>
    public Guid? BatchId { get; private set; }

    public Guid? VoucherId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime DecidedAt { get; init; }

    /// <summary>The same, as business day.</summary>
    public DateOnly DecidedOn { get; init; }

    public JourneyDecision In(Guid batch, Guid? voucher)
    {
        (BatchId, VoucherId) = (batch, voucher);
        return this;
    }
}

internal enum JourneyOutcome
{
    /// <summary>A message was queued.</summary>
    Queued,

    /// <summary>No active member.</summary>
    NotActive,

    /// <summary>Holds none of the tiers that it is for.</summary>
    NotForTier,

    /// <summary>Became a member after the day on which it would have been written.</summary>
    JoinedLater,

    /// <summary>The occasion was over when it was looked at.</summary>
    TooLate,

    /// <summary>No standing consent to commercial messages.</summary>
    NoConsent,

    /// <summary>The words or their signature are not approved, or not any more.</summary>
    TemplateNotApproved,

    /// <summary>Nothing to say for one of the words' variables, such as rewards where the points buy none.</summary>
    NothingToTell,

    /// <summary>The voucher that goes with it could not be given.</summary>
    VoucherRefused,

    /// <summary>Found good, and looked at again when the wait of the journey is over.</summary>
    Waiting,

    /// <summary>Is not in the segment that it is for.</summary>
    NotInSegment,

    /// <summary>The segment draws conclusions from what members buy, and he does not want that.</summary>
    Objects,

    /// <summary>The journey ended while it waited.</summary>
    JourneyEnded,

    /// <summary>All of the purchase was given back while it waited.</summary>
    TakenBack,

    /// <summary>He came and bought while it waited.</summary>
    BoughtSince,

    /// <summary>Said by reply or in a store that he wants no more commercial messages.</summary>
    OptedOut,

    /// <summary>Nobody knows an address of his on the channel of the words.</summary>
    Unreachable,

    /// <summary>Was told of one tier, and holds another by now: that move has a message of its own.</summary>
    MovedOn,
}
