namespace RetailMember.Bench.Faults;

/// <summary>What the fault loops saw, over all cycles.</summary>
internal sealed class FaultCount
{
    public int Acknowledged { get; set; }

    public int Retries { get; set; }

    /// <summary>Acknowledged before the kill, and done anew when they were sent again.</summary>
    public int Lost { get; set; }

    /// <summary>Without an answer before the kill, and done by both of two retries.</summary>
    public int Twice { get; set; }

    /// <summary>Answered twice, each time otherwise.</summary>
    public int Changed { get; set; }

    /// <summary>Another body that was accepted under a key that was used.</summary>
    public int Reused { get; set; }

    /// <summary>Retries that were not accepted, though every receipt was in order.</summary>
    public int Refused { get; set; }

    /// <summary>Receipts that stayed without an answer after the restart.</summary>
    public int Unanswered { get; set; }

    /// <summary>Points in the first answers: what the books must have issued, no more and no less.</summary>
    public long Points { get; set; }
}
