using RetailMember.Data;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Data;

/// <summary>What one of the staff has asked for and somebody else decides on, whatever it is about.</summary>
internal abstract class CardRequest : IBrandOwned, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public int BrandId { get; init; }

    /// <summary>The holder when it was asked for; null: whoever carries the card.</summary>
    public Guid? MemberId { get; init; }

    public ClosingState State { get; set; }

    public required string Reason { get; init; }

    public required string RequestedBy { get; init; }

    /// <summary>Null where no person did.</summary>
    public Guid? RequestedById { get; init; }

    /// <summary>UTC.</summary>
    public DateTime RequestedAt { get; init; }

    public string? DecidedBy { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? DecidedAt { get; set; }

    /// <summary>Why it was decided so.</summary>
    public string? Decision { get; set; }

    public long Version { get; set; }

    /// <summary>Takes a decision, once and never by whoever asked.</summary>
    public void Decide(bool approve, string decision, CallContext call)
    {
        if (State != ClosingState.Requested) throw new Refusal("storedvalue.closing-decided", RefusalKind.Conflict);
        if (RequestedBy == call.Caller.Name || (RequestedById is { } by && by == call.Caller.Id))
            throw new Refusal("storedvalue.decide-own-request", RefusalKind.Conflict);
        End(approve, decision, call);
    }

    /// <summary>Approves what needs nobody else.</summary>
    public void ApproveAtOnce(CallContext call) => End(approve: true, decision: null, call);

    private void End(bool approve, string? decision, CallContext call)
    {
        State = approve ? ClosingState.Approved : ClosingState.Declined;
        (DecidedBy, DecidedAt, Decision) = (call.Caller.Name, call.At, decision);
    }
}

internal enum ClosingState
{
    Requested,
    Approved,
    Declined,
}
