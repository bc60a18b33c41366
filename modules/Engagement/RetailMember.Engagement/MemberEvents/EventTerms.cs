using RetailMember.Brands;
using RetailMember.Engagement.Data;

namespace RetailMember.Engagement.MemberEvents;

/// <summary>What an event is: all that head office says of it. Times are UTC, or the wall clock of the brand.</summary>
internal sealed record EventTerms
{
    public required LocalName Name { get; init; }

    /// <summary>What there is to be seen and done; plain text.</summary>
    public required LocalName Content { get; init; }

    /// <summary>The store where it takes place; left out: elsewhere.</summary>
    public string? StoreCode { get; init; }

    /// <summary>Where, beside or instead of the store: a room, an address.</summary>
    public string? Place { get; init; }

    public required DateTime StartsAt { get; init; }

    public required DateTime EndsAt { get; init; }

    /// <summary>From when members may sign up.</summary>
    public required DateTime SignUpFrom { get; init; }

    /// <summary>Until when, not included.</summary>
    public required DateTime SignUpTo { get; init; }

    /// <summary>Until when members may take back their sign-up themselves; left out: until it starts.</summary>
    public DateTime? CancelUntil { get; init; }

    public required int Seats { get; init; }

    /// <summary>How many guests a member may bring; each takes a seat.</summary>
    public int GuestsEach { get; init; }

    /// <summary>Who finds no seat may wait for one.</summary>
    public bool WaitingList { get; init; }

    /// <summary>Codes of the tiers that are invited; empty: all.</summary>
    public IReadOnlyList<string> Tiers { get; init; } = [];

    /// <summary>For each member who comes; seats times this is the most that it can cost.</summary>
    public long Points { get; init; }

    public DateTime CancellableUntil => CancelUntil ?? StartsAt;

    public bool Invites(string tier) => Tiers.Count == 0 || Tiers.Contains(tier);

    /// <summary>With every time as a UTC instant.</summary>
    public EventTerms InUtc(Brand brand) => With(brand.InstantOf);

    /// <summary>With every time as the wall clock of the brand, for forms.</summary>
    public EventTerms OnWall(Brand brand) => With(brand.LocalOf);

    private EventTerms With(Func<DateTime, DateTime> time) => this with
    {
        StartsAt = time(StartsAt),
        EndsAt = time(EndsAt),
        SignUpFrom = time(SignUpFrom),
        SignUpTo = time(SignUpTo),
        CancelUntil = CancelUntil is { } until ? time(until) : null,
    };
}
