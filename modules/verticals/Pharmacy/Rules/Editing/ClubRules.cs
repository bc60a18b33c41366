using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Pharmacy.Data;
using RetailMember.Pharmacy.Rules.Versions;
using RetailMember.UseCases;

namespace RetailMember.Pharmacy.Rules.Editing;

/// <summary>
/// The versions of the club's rules by business days. What decides is never edited; a draft comes into force on a day that
/// is not past, once every worked example comes out.
/// </summary>
internal sealed class ClubRules(PharmacyDb db)
{
    /// <summary>What decides on a business day.</summary>
    public async Task<RulesInForce> OnAsync(DateOnly day, CancellationToken cancel)
    {
        var row = await db.ClubRuleVersions.AsNoTracking().Where(v => v.State == RuleState.Active && v.From <= day)
            .OrderByDescending(v => v.From).ThenByDescending(v => v.Number).FirstOrDefaultAsync(cancel);
        return row is null ? new(0, ClubTerms.Usual) : new(row.Number, Read(row));
    }

    /// <summary>All versions, the newest first.</summary>
    public async Task<IReadOnlyList<ClubRuleVersion>> AllAsync(CancellationToken cancel) =>
        await db.ClubRuleVersions.AsNoTracking().OrderByDescending(v => v.Number).ToListAsync(cancel);

    /// <summary>Changes the draft, or begins one where there is none.</summary>
    public async Task<ClubRuleVersion> DraftAsync(ClubTerms terms, DateOnly from, CallContext call, CancellationToken cancel)
    {
        var draft = await DraftAsync(cancel);
        if (draft is null)
        {
            var last = await db.ClubRuleVersions.MaxAsync(v => (int?)v.Number, cancel) ?? 0;
            draft = new ClubRuleVersion { BrandId = call.RequiredBrand.Id, Number = last + 1 };
            db.ClubRuleVersions.Add(draft);
        }

        (draft.Terms, draft.From) = (JsonSerializer.Serialize(terms, Json.Options), from);
        (draft.EditedBy, draft.EditedAt) = (call.Caller.Name, call.At);
        return draft;
    }

    /// <summary>
    /// Puts the draft in force from its day on. Refuses as rule books of the kernel do: where there is none, where its day
    /// is past, and where examples are missing or do not come out.
    /// </summary>
    public async Task<ClubRuleVersion> ActivateAsync(CallContext call, CancellationToken cancel)
    {
        var draft = await DraftAsync(cancel) ?? throw new Refusal("rules.no-draft", RefusalKind.Conflict);
        if (draft.From < call.RequiredBrand.DateOf(call.At))
            throw new Refusal("rules.effective-from-in-the-past", RefusalKind.Invalid);
        var examples = Read(draft).RunExamples();
        if (examples.Count == 0) throw new Refusal("rules.examples-missing", RefusalKind.Conflict);
        if (examples.FirstOrDefault(e => !e.Passed) is { } failed)
            throw new Refusal(
                "rules.examples-fail", RefusalKind.Conflict, ("example", failed.Title), ("must", failed.MustBe), ("is", failed.Is));
        (draft.State, draft.ActivatedAt) = (RuleState.Active, call.At);
        return draft;
    }

    /// <summary>The terms of a version.</summary>
    public static ClubTerms Read(ClubRuleVersion version) => JsonSerializer.Deserialize<ClubTerms>(version.Terms, Json.Stored)!;

    private Task<ClubRuleVersion?> DraftAsync(CancellationToken cancel) =>
        db.ClubRuleVersions.SingleOrDefaultAsync(v => v.State == RuleState.Draft, cancel);
}

/// <summary>The rules of a day.</summary>
/// <param name="Number">The version's number; 0 where the brand has activated none.</param>
internal sealed record RulesInForce(int Number, ClubTerms Terms);
