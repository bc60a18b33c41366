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

    /// <summary>What a version that was in force says, by the number that was written down; 0: what holds until there is one.</summary>
    public async Task<TRules> OfVersionAsync(int version, CancellationToken cancel) =>
        await Versions.AsNoTracking().SingleOrDefaultAsync(v => v.Number == version, cancel) is { } found ? RulesOf(found) : usual;

    /// <summary>The newest first, the usual rules last.</summary>
    public async Task<IReadOnlyList<RulesView<TRules>>> AllAsync(DateTime now, CancellationToken cancel)
    {
        var inForce = (await VersionAtAsync(now, cancel))?.Number ?? 0;
        var versions = await Versions.AsNoTracking().OrderByDescending(v => v.Number).ToListAsync(cancel);
        var none = new RulesView<TRules>(
            usual, 0, inForce == 0 ? RulesState.InForce : RulesState.Replaced, usual.RunExamples(), null, null, null, MarkOf(null));
        return [.. versions.Select((v, i) => ViewOf(v, now, inForce, isNewest: i == 0)), none];
    }

    /// <summary>
    /// Changes the draft, or begins one: what is in force is never edited. Refuses <c>rules.draft-changed</c> where the newest
    /// wording is not the one that was read: somebody else's work is never overwritten unseen.
    /// </summary>
    /// <param name="rules">The new wording.</param>
    /// <param name="read">
    /// <see cref="RulesView.WordingMark"/> of the newest version as it was read; null: only a draft of one's own is changed.
    /// </param>
    /// <param name="call">Who does it.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<RulesView<TRules>> EditAsync(TRules rules, string? read, CallContext call, CancellationToken cancel)
    {
        var last = await NewestAsync(cancel);
        var draft = last is { EffectiveFrom: null } ? last : null;
        if (read is null ? draft is not null && draft.EditedBy != call.Caller.Name : read != MarkOf(last)) throw Changed(last);
        var edited = new RulesVersion
        {
            BrandId = call.RequiredBrand.Id,
            Number = draft?.Number ?? (last?.Number ?? 0) + 1,
            Document = JsonSerializer.Serialize(rules, Json.Options),
            EditedBy = call.Caller.Name,
            EditedAt = call.At,
        };
        // Of two who begin a draft at once the second finds the first's when he is tried again.
        if (draft is null) Versions.Add(edited);
        else if (await Standing(draft).ExecuteUpdateAsync(
            set => set.SetProperty(v => v.Document, edited.Document).SetProperty(v => v.EditedBy, edited.EditedBy)
                .SetProperty(v => v.EditedAt, edited.EditedAt),
            cancel) == 0)
            throw Changed(draft);
        return ViewOf(edited, call.At, inForce: 0, isNewest: true);
    }

    /// <summary>
    /// Puts the draft into force. Refuses where there is none (<c>rules.no-draft</c>), where it is not the one that was read
    /// (<c>rules.draft-changed</c>), where its examples are missing or do not come true (<c>rules.examples-missing</c>,
    /// <c>rules.examples-fail</c>), and a time that is over or before that of another version
    /// (<c>rules.effective-from-in-the-past</c>): one that is to come is withdrawn first.
    /// </summary>
    /// <param name="effectiveFrom">Wall clock of the brand, or with an offset; null: now.</param>
    /// <param name="read"><see cref="RulesView.WordingMark"/> of the draft as it was read; null: whatever it says.</param>
    /// <param name="call">Who does it.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<RulesView<TRules>> ActivateAsync(
        DateTime? effectiveFrom, string? read, CallContext call, CancellationToken cancel)
    {
        if (await NewestAsync(cancel) is not { EffectiveFrom: null } draft)
            throw new Refusal("rules.no-draft", RefusalKind.Conflict);
        if (read is not null && read != MarkOf(draft)) throw Changed(draft);
        var from = effectiveFrom is { } given ? call.RequiredBrand.InstantOf(given) : call.At;
        if (from < call.At || await Versions.AnyAsync(v => v.EffectiveFrom >= from, cancel))
            throw Refusal.Invalid("effectiveFrom", "rules.effective-from-in-the-past");
        RequireExamples(RulesOf(draft));
        if (await Standing(draft).ExecuteUpdateAsync(
            set => set.SetProperty(v => v.EffectiveFrom, from).SetProperty(v => v.ActivatedBy, call.Caller.Name), cancel) == 0)
            throw Changed(draft);
        (draft.EffectiveFrom, draft.ActivatedBy) = (from, call.Caller.Name);
        return ViewOf(draft, call.At, from <= call.At ? draft.Number : 0, isNewest: true);
    }

    /// <summary>
    /// Takes back a version before it decides: it is the draft again, or stays as <see cref="RulesState.Withdrawn"/> where a
    /// newer draft was begun. Refuses <c>rules.not-to-come</c> for every other version: what has decided stays.
    /// </summary>
    public async Task<RulesView<TRules>> WithdrawAsync(int version, CallContext call, CancellationToken cancel)
    {
        // Asked and done in one statement: what comes into force meanwhile stays.
        var withdrawn = await Versions.Where(v => v.Number == version && v.EffectiveFrom > call.At).ExecuteUpdateAsync(
            set => set.SetProperty(v => v.EffectiveFrom, (DateTime?)null).SetProperty(v => v.ActivatedBy, (string?)null), cancel);
        if (withdrawn == 0) throw new Refusal("rules.not-to-come", RefusalKind.Conflict, ("version", version));
        var row = await Versions.AsNoTracking().SingleAsync(v => v.Number == version, cancel);
        return ViewOf(row, call.At, inForce: 0, isNewest: (await NewestAsync(cancel))!.Number == version);
    }

    private DbSet<RulesVersion> Versions => db.Set<RulesVersion>();

    private Task<RulesVersion?> NewestAsync(CancellationToken cancel) =>
        Versions.AsNoTracking().OrderByDescending(v => v.Number).FirstOrDefaultAsync(cancel);

    /// <summary>The draft while it says what it said when it was read.</summary>
    private IQueryable<RulesVersion> Standing(RulesVersion draft) => Versions.Where(v =>
        v.Number == draft.Number && v.EffectiveFrom == null && v.EditedAt == draft.EditedAt && v.Document == draft.Document);

    private static Refusal Changed(RulesVersion? by) =>
        new("rules.draft-changed", RefusalKind.Conflict, ("by", by?.EditedBy));

    private string MarkOf(RulesVersion? version) =>
        WordingMarks.Of(version?.Number ?? 0, version?.Document ?? JsonSerializer.Serialize(usual, Json.Options));

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

    private RulesView<TRules> ViewOf(RulesVersion version, DateTime now, int inForce, bool isNewest)
    {
        var rules = RulesOf(version);
        var state = version.EffectiveFrom switch
        {
            null => isNewest ? RulesState.Draft : RulesState.Withdrawn,
            { } from when from > now => RulesState.ToCome,
            _ => version.Number == inForce ? RulesState.InForce : RulesState.Replaced,
        };
        return new RulesView<TRules>(
            rules, version.Number, state, rules.RunExamples(), version.EffectiveFrom, version.EditedBy, version.EditedAt,
            MarkOf(version));
    }
}
