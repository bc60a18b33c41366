using Microsoft.EntityFrameworkCore;
using RetailMember.Marketing.Data;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Signatures;

/// <summary>The brand's signatures by name.</summary>
[Needs(MarketingRights.ViewTemplates)]
internal sealed class FindSignatures(MarketingDb db) : Query<FindSignatures.Input, FindSignatures.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        new([.. (await db.Signatures.AsNoTracking().OrderBy(s => s.Name).ToListAsync(cancel)).Select(SignatureView.Of)]);

    internal sealed record Input : IInput<Result>;

    internal sealed record Result(IReadOnlyList<SignatureView> Signatures);
}

/// <param name="Signature">Without brackets.</param>
/// <param name="EditedBy">Who proposed it.</param>
/// <param name="EditedAt">UTC.</param>
/// <param name="DecidedBy">Who approved or withdrew it.</param>
/// <param name="DecidedAt">UTC.</param>
internal sealed record SignatureView(
    string Signature, TemplateState State, string EditedBy, DateTime EditedAt, string? DecidedBy, DateTime? DecidedAt)
{
    public static SignatureView Of(Signature signature) => new(
        signature.Name, signature.State, signature.EditedBy, signature.EditedAt, signature.DecidedBy, signature.DecidedAt);
}
