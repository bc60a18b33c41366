using Microsoft.EntityFrameworkCore;
using RetailMember.Marketing.Data;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Templates;

/// <summary>Letters of modules for which the brand has no words yet.</summary>
[Needs(MarketingRights.ViewTemplates)]
internal sealed class FindLetterProposals(MarketingDb db, ProposedLetters proposed)
    : Query<FindLetterProposals.Input, FindLetterProposals.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var there = await db.Templates.Where(t => t.Purpose != null).Select(t => t.Purpose).Distinct().ToListAsync(cancel);
        return new Result(
        [
            .. proposed.For(call.RequiredBrand).Where(p => !there.Contains(p.Purpose))
                .Select(p => new Row(p.Purpose, p.Name, p.Body)),
        ]);
    }

    internal sealed record Input : IInput<Result>;

    internal sealed record Result(IReadOnlyList<Row> Letters);

    /// <param name="Purpose">What the module writes for.</param>
    /// <param name="Body">The words that it proposes.</param>
    internal sealed record Row(string Purpose, LocalName Name, string Body);
}
