using System.Security.Cryptography;
using System.Text.Json;
using RetailMember.People;

namespace RetailMember.UseCases;

/// <summary>A command on its way into the command log.</summary>
internal sealed class LoggedCommand<TResult>
{
    private readonly UseCaseInfo _info;
    private readonly object _input;
    private readonly CallContext _call;
    private readonly Guid _id = Guid.CreateVersion7();

    public LoggedCommand(UseCaseInfo info, object input, CallContext call)
    {
        _info = info;
        _input = input;
        _call = call;
        Keyed = input is IKeyed;
        Key = input is IKeyed keyed ? keyed.BusinessKey : _id.ToString("N");
        Hash = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(input, info.InputType, Json.Options));
    }

    public bool Keyed { get; }

    public string Key { get; }

    public byte[] Hash { get; }

    public CommandRecord RecordOf(TResult result) => new(
        _id,
        _call.Brand?.Id ?? 0,
        _call.Store?.Id,
        _info.Name,
        Key,
        Hash,
        _call.Caller.Kind == CallerKind.Person ? AuditedInput.Of(_input) : null,
        Keyed ? JsonSerializer.Serialize(result, Json.Options) : null,
        _call.Caller.Kind,
        _call.Caller.Id,
        _call.Caller.Name,
        _call.Channel,
        _call.At);

    /// <summary>The first answer given to this key, or the refusal of another content under it.</summary>
    public Outcome<TResult> Replay(CommandRecord first) =>
        first.InputHash.AsSpan().SequenceEqual(Hash)
            ? Outcome<TResult>.Answer(JsonSerializer.Deserialize<TResult>(first.Answer!, Json.Options)!, replayed: true)
            : Reused();

    public Outcome<TResult> Reused() =>
        Outcome<TResult>.Refuse(new Refusal("key.reused", RefusalKind.Conflict, ("key", Key)));
}
