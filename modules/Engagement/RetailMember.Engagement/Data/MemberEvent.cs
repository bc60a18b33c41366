using RetailMember.Data;

namespace RetailMember.Engagement.Data;

/// <summary>Something that members are invited to.</summary>
internal sealed class MemberEvent : IBrandOwned, IVersioned
{
    public Guid Id { get; init; }

    public int BrandId { get; init; }

    /// <summary>Unique in the brand.</summary>
    public required string Code { get; init; }

    public MemberEventState State { get; set; }

    /// <summary><see cref="MemberEvents.EventTerms"/> as JSON, times in UTC.</summary>
    public required string Terms { get; set; }

    /// <summary>UTC.</summary>
    public DateTime StartsAt { get; set; }

    /// <summary>UTC.</summary>
    public DateTime EndsAt { get; set; }

    public int Seats { get; set; }

    /// <summary>Seats of those who are signed up or came, their guests with them.</summary>
    public int Taken { get; set; }

    /// <summary>Members on the waiting list.</summary>
    public int Waiting { get; set; }

    /// <summary>Members who came.</summary>
    public int Attended { get; set; }

    /// <summary>The last place of the waiting list that was given out.</summary>
    public long LastPlace { get; set; }

    public required string EditedBy { get; set; }

    /// <summary>UTC.</summary>
    public DateTime EditedAt { get; set; }

    public long Version { get; set; }

    public bool HasSeatsFor(int party) => Taken + party <= Seats;
}

internal enum MemberEventState
{
    Draft,

    /// <summary>Members see it and may sign up within its window.</summary>
    Published,

    /// <summary>Members see it; nobody signs up any more.</summary>
    Closed,

    /// <summary>It is over: who was signed up and not seen did not come.</summary>
    Held,

    /// <summary>It does not take place; nobody is signed up any more.</summary>
    Cancelled,
}
