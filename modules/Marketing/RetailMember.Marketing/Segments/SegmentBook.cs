using Microsoft.Extensions.Logging;
using RetailMember.Data;
using RetailMember.Marketing.Segments.Rules;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Segments;

/// <summary>The conditions of all modules, and the sets of members that trees of them come to.</summary>
internal sealed partial class SegmentBook(
    IEnumerable<IMemberConditions> modules, DataSession session, ILogger<SegmentBook> log)
{
    /// <summary>
    /// Reads what can be asked now. Refuses nothing: see <see cref="KnownConditions.Check"/>. The conditions of a module that
    /// fails to say what it knows are unknown, as while it is off; of two that know the same code the first keeps it.
    /// </summary>
    public async Task<KnownConditions> OpenAsync(CancellationToken cancel)
    {
        var known = new Dictionary<string, (MemberConditionKind, IMemberConditions)>(StringComparer.Ordinal);
        var isWhole = true;
        foreach (var module in modules)
        {
            if (await KindsAsync(module, cancel) is not { } kinds) isWhole = false;
            else
                foreach (var kind in kinds)
                    if (!known.TryAdd(kind.Code, (kind, module))) Twice(log, kind.Code, module.GetType().Name);
        }

        return new KnownConditions(known, isWhole);
    }

    /// <summary>Null where it fails.</summary>
    private async Task<IReadOnlyList<MemberConditionKind>?> KindsAsync(IMemberConditions module, CancellationToken cancel)
    {
        try
        {
            var kinds = await session.AttemptAsync(() => module.KindsAsync(cancel), cancel);
            return kinds.Any(k => k?.Code is null) ? throw new InvalidOperationException("A condition has no code.") : [.. kinds];
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            Unknown(log, fault, module.GetType().Name);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Module} does not say which conditions of segments it knows; they cannot be asked")]
    private static partial void Unknown(ILogger log, Exception fault, string module);

    [LoggerMessage(Level = LogLevel.Error, Message = "The condition {Code} of segments is known already; that of {Module} is left out")]
    private static partial void Twice(ILogger log, string code, string module);
}

/// <summary>The conditions of all modules at one moment.</summary>
/// <param name="known">By their codes.</param>
/// <param name="isWhole">Every module said what it knows; else what is not known may only have to be asked for again.</param>
internal sealed class KnownConditions(
    IReadOnlyDictionary<string, (MemberConditionKind Kind, IMemberConditions Module)> known, bool isWhole)
{
    private static readonly SegmentCondition Active = new(MemberConditionKind.Active);

    /// <summary>Those that a person may choose, in the order of their modules.</summary>
    public IReadOnlyList<MemberConditionKind> Kinds =>
        [.. known.Values.Select(k => k.Kind).Where(k => k.Code != MemberConditionKind.Active)];

    public MemberConditionKind? Find(string kind) => known.TryGetValue(kind, out var found) ? found.Kind : null;

    /// <summary>Who objects to profiling is to be left out of it when something is sent.</summary>
    public bool IsProfiling(SegmentGroup group) => group.AllConditions().Any(c => Find(c.Kind)?.IsProfiling == true);

    /// <summary>Who is found is not to be shown.</summary>
    public bool IsSensitive(SegmentGroup group) => group.AllConditions().Any(c => Find(c.Kind)?.IsSensitive == true);

    /// <summary>Whether it is sensitive or, as while the module of a condition is off, nobody can tell.</summary>
    public bool MayBeSensitive(SegmentGroup group) => group.AllConditions().Any(c => Find(c.Kind) is not { IsSensitive: false });

    /// <summary>Whether modules know all of its conditions now.</summary>
    public bool Knows(SegmentGroup group) => group.AllConditions().All(c => known.ContainsKey(c.Kind));

    /// <summary>Whether a module that failed to answer may know what nobody else knows of it.</summary>
    public bool MayKnowLater(SegmentGroup group) => !isWhole && !Knows(group);

    /// <summary>Whether all of its conditions can be asked as they stand: they are known, and so is what was chosen in them.</summary>
    public bool CanAsk(SegmentGroup group) => !Faults(group, "").Any();

    /// <summary>Refuses with the faults of every condition, each by its path.</summary>
    public void Check(SegmentGroup group, string path)
    {
        List<FieldFault> faults = [.. Faults(group, path)];
        if (faults.Count > 0) throw Refusal.Invalid(faults);
    }

    /// <summary>Active members for whom the tree holds, by one statement however many conditions it has.</summary>
    public KeySet Compile(SegmentGroup group, DateOnly today) =>
        SetOf(new SegmentGroup { Conditions = [Active], Groups = [group] }, today)!;

    /// <summary>
    /// Beside a sensitive condition everything must hold: where another may stand for it, as where it is negated, members who
    /// are known to others fill a set up until its rounded count tells of one more.
    /// </summary>
    private IEnumerable<FieldFault> Faults(SegmentGroup group, string path, bool negated = false, bool optional = false)
    {
        negated |= group.Not;
        optional |= group.Match == SegmentMatch.Any;
        for (var i = 0; i < group.Conditions.Count; i++)
        {
            var at = $"{path}.conditions[{i}]";
            var kind = Find(group.Conditions[i].Kind);
            if (kind is null) yield return new FieldFault($"{at}.kind", "marketing.condition-unknown");
            else
                foreach (var fault in ConditionForm.Faults(group.Conditions[i], kind, at)) yield return fault;
            if (kind is { IsSensitive: true } && (negated || group.Conditions[i].Not))
                yield return new FieldFault($"{at}.kind", "marketing.condition-not-negated");
            else if (kind is { IsSensitive: true } && optional)
                yield return new FieldFault($"{at}.kind", "marketing.condition-not-optional");
        }

        for (var i = 0; i < group.Groups.Count; i++)
            foreach (var fault in Faults(group.Groups[i], $"{path}.groups[{i}]", negated, optional)) yield return fault;
    }

    /// <summary>
    /// Those for whom the sensitive conditions of a group still hold, of members for whom all of it held: what must hold beside
    /// them is not asked again.
    /// </summary>
    public KeySet CompileSensitive(SegmentGroup group, DateOnly today) => Compile(
        new SegmentGroup { Conditions = [.. group.AllConditions().Where(c => Find(c.Kind)?.IsSensitive == true)] }, today);

    /// <summary>
    /// Null for a group that says nothing. Conditions of one module that must all hold are given to it together; a group
    /// of which all must hold is no group of its own where it stands in another such.
    /// </summary>
    private KeySet? SetOf(SegmentGroup group, DateOnly today)
    {
        if (group.Match == SegmentMatch.Any) return AnyOf(group, today);
        var flat = Flatten(group with { Not = false });
        List<KeySet> sets = [];
        List<KeySet> except = [];
        foreach (var ofModule in flat.Conditions.Where(c => !c.Not).GroupBy(c => known[c.Kind].Module))
            foreach (var selection in ofModule.Key.Select([.. ofModule.Select(c => c.ToMember())], today))
                (selection.IsExcluded ? except : sets).Add(KeySet.Of(selection.Members));
        foreach (var condition in flat.Conditions.Where(c => c.Not)) except.Add(Holding(condition, today));
        foreach (var inner in flat.Groups)
            if (SetOf(inner with { Not = false }, today) is { } set) (inner.Not ? except : sets).Add(set);
        if (sets.Count == 0 && except.Count == 0) return null;
        return KeySet.Common(sets.Count == 0 ? [Everybody(today)] : sets, except);
    }

    private KeySet? AnyOf(SegmentGroup group, DateOnly today)
    {
        var parts = group.Conditions.Select(c => new SegmentGroup { Conditions = [c] }).Concat(group.Groups)
            .Select(part => part.Not ? new SegmentGroup { Groups = [part] } : part)
            .Select(part => SetOf(part, today)).OfType<KeySet>().ToList();
        return parts.Count == 0 ? null : KeySet.Joined(parts);
    }

    private KeySet Holding(SegmentCondition condition, DateOnly today) =>
        SetOf(new SegmentGroup { Conditions = [condition with { Not = false }] }, today)!;

    private KeySet Everybody(DateOnly today) => SetOf(new SegmentGroup { Conditions = [Active] }, today)!;

    private static SegmentGroup Flatten(SegmentGroup group)
    {
        var inner = group.Groups
            .Select(g => g is { Match: SegmentMatch.All, Not: false } ? Flatten(g) : new SegmentGroup { Groups = [g] }).ToList();
        return group with
        {
            Conditions = [.. group.Conditions, .. inner.SelectMany(g => g.Conditions)],
            Groups = [.. inner.SelectMany(g => g.Groups)],
        };
    }
}
