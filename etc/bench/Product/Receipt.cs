namespace RetailMember.Bench.Product;

/// <summary>A receipt that was sent, and the first answer that told of its acceptance.</summary>
internal sealed class Receipt(long number, long member, int amount)
{
    public long Number { get; } = number;

    public long Member { get; } = member;

    public int Amount { get; } = amount;

    public byte[]? FirstAnswer { get; set; }

    public bool Acknowledged => FirstAnswer is not null;

    /// <summary>Answers that said 'done now', not 'was done before'.</summary>
    public int TimesDone { get; set; }
}
