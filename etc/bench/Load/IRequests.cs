namespace RetailMember.Bench.Load;

/// <summary>The requests of one connection, one after the other.</summary>
internal interface IRequests
{
    /// <summary>The next request as it goes over the wire; empty when there is none left.</summary>
    ReadOnlySpan<byte> Next();

    /// <summary>Told before the next request is asked for.</summary>
    void Answered(in Answer answer)
    {
    }
}

/// <summary>An answer as it lies in the reader's buffer: to be looked at, not kept.</summary>
internal readonly ref struct Answer(int status, ReadOnlySpan<byte> headers, ReadOnlySpan<byte> body)
{
    public int Status { get; } = status;

    public ReadOnlySpan<byte> Headers { get; } = headers;

    public ReadOnlySpan<byte> Body { get; } = body;

    public bool Accepted => Status is >= 200 and < 300;
}
