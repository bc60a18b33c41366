using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.UseCases;

namespace RetailMember.Rules;

/// <summary>
/// The rules of the current brand as versions with effective dates: the one draft, what is in force, and what was. A module
/// derives its own from it, over its own context, and puts it behind use cases with its own permissions.
/// </summary>
/// <param name="db">Its context, which has the table.</param>
/// <param name="usual">What holds until the brand has rules of its own.</param>
public abstract class RuleBook<TRules>(ModuleDb db, TRules usual)
    where TRules : class, IRules
{
    /// <summary>The rules that decide at an instant.</summary>
    public async Task<TRules> AtAsync(DateTime utc, CancellationToken cancel) =>
        await VersionAtAsync(utc, cancel) is { } found ? RulesOf(found) : usual;

    /// <summary>As <see cref="AtAsync"/>, with the number of the version: for whoever writes down by which one he decided.</summary>
    public async Task<RulesInForce<TRules>> InForceAtAsync(DateTime utc, CancellationToken cancel) =>
        await VersionAtAsync(utc, cancel) is { } found ? new(found.Number, RulesOf(found)) : new(0, usual);

    /// <summary>The newest first, the usual rules last.</summary>
    public async Task<IReadOnlyList<RulesView<TRules>>> AllAsync(DateTime now, CancellationToken cancel)
    {
        var inForce = (await VersionAtAsync(now, cancel))?.Number ?? 0;
        var versions = await Versions.AsNoTracking().OrderByDescending(v => v.Number).ToListAsync(cancel);
        var none = new RulesView<TRules>(
            usual, 0, inForce == 0 ? RulesState.InForce : RulesState.Replaced, usual.RunExamples(), null, null, null);
        return [.. versions.Select(v => ViewOf(v, now, inForce)), none];
    }

    /// <summary>Changes the draft, or begins one: what is in force is never edited.</summary>
    public async Task<RulesView<TRules>> EditAsync(TRules rules, CallContext call, CancellationToken cancel)
    {
        var last = await Versions.OrderByDescending(v => v.Number).FirstOrDefaultAsync(cancel);
        var document = JsonSerializer.Serialize(rules, Json.Options);
        var draft = last is { EffectiveFrom: null } ? last : null;
        if (draft is null)
        {
            draft = new RulesVersion
            {
                BrandId = call.RequiredBrand.Id, Number = (last?.Number ?? 0) + 1, Document = document, EditedBy = call.Caller.Name,
            };
            Versions.Add(draft);
        }

        (draft.Document, draft.EditedBy, draft.EditedAt) = (document, call.Caller.Name, call.At);
        return ViewOf(draft, call.At, inForce: 0);
    }

    /// <summary>
    /// Puts the draft into force. Refuses where there is none (<c>rules.no-draft</c>), where its examples are missing or do
    /// not come true (<c>rules.examples-missing</c>, <c>rules.examples-fail</c>), and a time that is over or before that of
    /// another version (<c>rules.effective-from-in-the-past</c>).
    /// </summary>
    /// <param name="effectiveFrom">Wall clock of the brand, or with an offset; null: now.</param>
    /// <param name="call">Who does it.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<RulesView<TRules>> ActivateAsync(DateTime? effectiveFrom, CallContext call, CancellationToken cancel)
    {
        var versions = await Versions.OrderByDescending(v => v.Number).Take(2).ToListAsync(cancel);
        if (versions.FirstOrDefault() is not { EffectiveFrom: null } draft)
            throw new Refusal("rules.no-draft", RefusalKind.Conflict);
        var from = effectiveFrom is { } given ? call.RequiredBrand.InstantOf(given) : call.At;
        if (from < call.At || versions.Exists(v => v.EffectiveFrom >= from))
            throw Refusal.Invalid("effectiveFrom", "rules.effective-from-in-the-past");
        RequireExamples(RulesOf(draft));
        (draft.EffectiveFrom, draft.ActivatedBy) = (from, call.Caller.Name);
        return ViewOf(draft, call.At, from <= call.At ? draft.Number : 0);
    }

    private DbSet<RulesVersion> Versions => db.Set<RulesVersion>();

    private Task<RulesVersion?> VersionAtAsync(DateTime utc, CancellationToken cancel) =>
        Versions.AsNoTracking().Where(v => v.EffectiveFrom <= utc)
            .OrderByDescending(v => v.EffectiveFrom).ThenByDescending(v => v.Number).FirstOrDefaultAsync(cancel);

    private static void RequireExamples(TRules rules)
    {
        var runs = rules.RunExamples();
        if (runs.Count == 0) throw new Refusal("rules.examples-missing", RefusalKind.Conflict);
        if (runs.FirstOrDefault(r => !r.Passed) is { } failed)
            throw new Refusal(
                "rules.examples-fail", RefusalKind.Conflict, ("example", failed.Title), ("must", failed.MustBe), ("is", failed.Is));
    }

    private static TRules RulesOf(RulesVersion version) => JsonSerializer.Deserialize<TRules>(version.Document, Json.Stored)!;

    private static RulesView<TRules> ViewOf(RulesVersion version, DateTime now, int inForce)
    {
        var rules = RulesOf(version);
        var state = version.EffectiveFrom switch
        {
            null => RulesState.Draft,
            { } from when from > now => RulesState.ToCome,
            _ => version.Number == inForce ? RulesState.InForce : RulesState.Replaced,
        };
        return new RulesView<TRules>(
            rules, version.Number, state, rules.RunExamples(), version.EffectiveFrom, version.EditedBy, version.EditedAt);
    }
}
