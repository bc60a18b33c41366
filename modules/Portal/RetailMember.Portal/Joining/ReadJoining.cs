using RetailMember.Brands;
using RetailMember.Membership;
using RetailMember.Messages;
using RetailMember.Portal.Consents;
using RetailMember.UseCases;

namespace RetailMember.Portal.Joining;

/// <summary>What the brand asks of somebody who wants to join: its fields, and what he has to agree to.</summary>
[Everybody]
internal sealed class ReadJoining(IMemberAccounts accounts, ConsentBook consents, IMessageSender sender)
    : Query<ReadJoining.Input, ReadJoining.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel) => new(
        call.RequiredBrand.Name,
        call.Store is { Closed: false } store ? store.Name : null,
        sender.IsReady(call.RequiredBrand),
        [.. (await accounts.FieldsAsync(call, cancel)).Where(f => f.Code != "mobile").Select(f =>
            new Field(f.Code, f.Name, f.Kind, f.Required, f.Choices))],
        await consents.WordingsAsync(call, cancel));

    /// <param name="StoreCode">Where he stands before a poster.</param>
    internal sealed record Input(string? StoreCode = null) : IInput<Result>, IAtStore;

    /// <param name="Open">Whether codes can be sent, without which nobody joins by phone.</param>
    internal sealed record Result(
        string BrandName, string? StoreName, bool Open, IReadOnlyList<Field> DeclaredFields, IReadOnlyList<Wording> Wordings);

    /// <param name="Code">name, birthday, sex, or the brand's own.</param>
    /// <param name="Kind">text, date, number, choice or yesNo.</param>
    internal sealed record Field(string Code, string Name, string Kind, bool Required, IReadOnlyList<string> Choices);
}
