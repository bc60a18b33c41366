namespace RetailMember.UseCases;

/// <summary>What became of one call of a use case: an answer or a refusal, never both.</summary>
public sealed class Outcome<TResult>
{
    private readonly TResult? value;

    private Outcome(TResult? value, Refusal? refusal, bool replayed)
    {
        this.value = value;
        Refusal = refusal;
        Replayed = replayed;
    }

    public Refusal? Refusal { get; }

    public bool Accepted => Refusal is null;

    /// <summary>True when the same business key was answered before and this is that first answer.</summary>
    public bool Replayed { get; }

    /// <summary>The answer; throws the refusal when there is none.</summary>
    public TResult Value => Refusal is null ? value! : throw Refusal;

    public static Outcome<TResult> Answer(TResult value, bool replayed = false) => new(value, null, replayed);

    public static Outcome<TResult> Refuse(Refusal refusal) => new(default, refusal, replayed: false);
}
