using System.Text.Json;
using RetailMember.Data;
using RetailMember.People;

namespace RetailMember.UseCases;

/// <summary>A command on its way into the command log.</summary>
internal sealed class LoggedCommand<TResult>
{
    private const string HashPurpose = "platform.command";

    private readonly UseCaseInfo info;
    private readonly object input;
    private readonly CallContext call;
    private readonly Guid id = Guid.CreateVersion7();

    public LoggedCommand(UseCaseInfo info, object input, CallContext call, PersonalData personal)
    {
        this.info = info;
        this.input = input;
        this.call = call;
        Keyed = input is IKeyed;
        BusinessKey = (input as IKeyed)?.BusinessKey ?? id.ToString("N");
        Key = Keyed && call.Store is { } store ? $"{store.Id}/{BusinessKey}" : BusinessKey;
        Hash = Keyed
            ? personal.KeyedHash(JsonSerializer.SerializeToUtf8Bytes(input, info.InputType, Json.Options), HashPurpose)
            : [];
    }

    public bool Keyed { get; }

    /// <summary>As the caller gave it.</summary>
    public string BusinessKey { get; }

    /// <summary>Unique per brand and use case: what happens at a store has its keys per store.</summary>
    public string Key { get; }

    /// <summary>Of the whole input, personal fields included; empty where there is no key to compare it under.</summary>
    public byte[] Hash { get; }

    public CommandRecord RecordOf(TResult result) => new(
        id,
        call.Brand?.Id ?? 0,
        call.Store?.Id,
        info.Name,
        Key,
        Hash,
        call.Caller.Kind is CallerKind.Person or CallerKind.Member ? AuditedInput.Of(input, (result as IAbout)?.About) : null,
        Keyed ? JsonSerializer.Serialize(result, Json.Options) : null,
        call.Caller.Kind,
        call.Caller.Id,
        call.Caller.Name,
        call.Channel,
        call.At);

    /// <summary>The first answer given to this key, or the refusal of another content under it.</summary>
    public Outcome<TResult> Replay(CommandRecord first) =>
        first.InputHash.AsSpan().SequenceEqual(Hash)
            ? Outcome<TResult>.Answer(JsonSerializer.Deserialize<TResult>(first.Answer!, Json.Stored)!, replayed: true)
            : Reused();

    public Outcome<TResult> Reused() =>
        Outcome<TResult>.Refuse(new Refusal("key.reused", RefusalKind.Conflict, ("key", BusinessKey)));
}
