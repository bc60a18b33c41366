using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Rules;
using RetailMember.StoredValue.Commissions.Rules;
using RetailMember.StoredValue.Data;
using RetailMember.UseCases;

namespace RetailMember.StoredValue.Commissions.Editing;

/// <summary>
/// Puts the draft into force from a moment on: sales that are delivered from then are judged by it. Its worked examples
/// must come true. What was earned before stays as it was.
/// </summary>
[Needs(SalesPermissions.ActivateCommissionRules)]
internal sealed class ActivateCommissionRules(StoredValueDb db)
    : UseCase<ActivateCommissionRules.Input, RulesView<CommissionTerms>>
{
    protected override async Task<RulesView<CommissionTerms>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var versions = await db.CommissionVersions.OrderByDescending(v => v.Number).Take(2).ToListAsync(cancel);
        if (versions.FirstOrDefault() is not { EffectiveFrom: null } draft)
            throw new Refusal("storedvalue.no-commission-draft", RefusalKind.Conflict);
        var from = input.EffectiveFrom is { } given ? call.RequiredBrand.InstantOf(given) : call.At;
        if (from < call.At || versions.Exists(v => v.EffectiveFrom >= from))
            throw Refusal.Invalid("effectiveFrom", "storedvalue.effective-from-in-the-past");
        RequireExamples(CommissionShelf.TermsOf(draft.Terms));
        (draft.EffectiveFrom, draft.ActivatedBy) = (from, call.Caller.Name);
        return draft.ViewOf(call.At, from <= call.At ? draft.Number : 0);
    }

    private static void RequireExamples(CommissionTerms terms)
    {
        var runs = terms.RunExamples();
        if (runs.Count == 0) throw new Refusal("storedvalue.examples-missing", RefusalKind.Conflict);
        if (runs.FirstOrDefault(r => !r.Passed) is { } failed)
            throw new Refusal("storedvalue.examples-fail", RefusalKind.Conflict, ("example", failed.Title));
    }

    /// <param name="EffectiveFrom">In the brand's time where it has no offset; left out: at once.</param>
    internal sealed record Input(DateTime? EffectiveFrom = null) : IInput<RulesView<CommissionTerms>>;
}
