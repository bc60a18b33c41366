using RetailMember.Data;

namespace RetailMember.Engagement.Data;

/// <summary>A member's place at an event; there is one for a member and an event at most, whatever becomes of it.</summary>
internal sealed class SignUp : IBrandOwned, IVersioned
{
    public Guid Id { get; init; }

    public int BrandId { get; init; }

    public Guid EventId { get; init; }

    public Guid MemberId { get; set; }

    public SignUpState State { get; set; }

    /// <summary>Whom he brings along.</summary>
    public int Guests { get; set; }

    /// <summary>The order of signing up: who moves up from the waiting list first.</summary>
    public long Place { get; set; }

    /// <summary>UTC.</summary>
    public DateTime SignedUpAt { get; set; }

    /// <summary>Who moved it last.</summary>
    public required string MovedBy { get; set; }

    /// <summary>UTC.</summary>
    public DateTime MovedAt { get; set; }

    /// <summary>Why it was cancelled or the attendance withdrawn.</summary>
    public string? Reason { get; set; }

    /// <summary>How often an attendance was recorded: more than once where it was withdrawn between.</summary>
    public int Times { get; set; }

    /// <summary>Given for attendance, all times together.</summary>
    public long Points { get; set; }

    /// <summary>Taken back of them.</summary>
    public long PointsTaken { get; set; }

    public long Version { get; set; }

    /// <summary>The seats that he needs.</summary>
    public int Party => 1 + Guests;

    /// <summary>Under which the present attendance was awarded.</summary>
    public string AwardKey => FormattableString.Invariant($"{AwardPrefix}{Id:N}/{Times}");

    public const string AwardPrefix = "event/";

    public void Move(SignUpState state, string by, DateTime at, string? reason = null) =>
        (State, MovedBy, MovedAt, Reason) = (state, by, at, reason);
}

internal enum SignUpState
{
    SignedUp,
    Waiting,
    Cancelled,
    Attended,
}
