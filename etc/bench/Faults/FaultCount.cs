namespace RetailMember.Bench.Faults;

/// <summary>What the fault loops saw, over all cycles.</summary>
internal sealed class FaultCount
{
    public int Acknowledged { get; set; }

    public int Retries { get; set; }

    /// <summary>Acknowledged before the kill, unknown after it.</summary>
    public int Lost { get; set; }

    /// <summary>Answered twice, each time otherwise.</summary>
    public int Changed { get; set; }

    /// <summary>Another body that was accepted under a key that was used.</summary>
    public int Reused { get; set; }

    /// <summary>Receipts that stayed without an answer after the restart.</summary>
    public int Unanswered { get; set; }

    /// <summary>Points in the first answers: what the books must have issued, no more and no less.</summary>
    public long Points { get; set; }
}
