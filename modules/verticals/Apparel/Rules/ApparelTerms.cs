using RetailMember.Membership;
using RetailMember.Rules;

namespace RetailMember.Apparel.Rules;

/// <summary>
/// What a clothes brand decides beside its programme, one versioned document: the ladder, services, reminders and
/// classes. A month of the ladder is judged by the version in force when it begins.
/// </summary>
internal sealed record ApparelTerms : IRules
{
    public static ApparelTerms Usual { get; } = new()
    {
        Services = UsualServices.All, Classes = UsualServices.Classes, Examples = LadderExamples.Usual,
    };

    public LadderTerms Ladder { get; init; } = new();

    public IReadOnlyList<ServiceTerms> Services { get; init; } = [];

    public ReminderTerms Reminder { get; init; } = new();

    /// <summary>The heaviest first.</summary>
    public IReadOnlyList<EnergyClass> Classes { get; init; } = [];

    /// <summary>The worked examples that must come out before the document may count.</summary>
    public IReadOnlyList<LadderExample> Examples { get; init; } = [];

    public IReadOnlyList<ExampleRun> RunExamples() => [.. Examples.Select(e => e.Run(Ladder))];

    public EnergyClass? ClassOf(string tier, IReadOnlyCollection<string> tags) =>
        Classes.FirstOrDefault(c => c.Fits(tier, tags));

    /// <summary>The members whose own class one of <see cref="Classes"/> is: they fit it and none above it.</summary>
    public MemberSegment SegmentOf(EnergyClass one) => one.Segment with
    {
        Except = [.. Classes.TakeWhile(c => c.Code != one.Code).Select(c => c.Segment)],
    };

    /// <summary>The new season that members are told of on a day; null where they are told of none.</summary>
    public SeasonChange? SeasonOn(DateOnly day)
    {
        var services = On(ServiceTrigger.Season).ToList();
        if (services.Count == 0 || Reminder.SeasonBefore(day) is not { } first) return null;
        var last = services.Max(s => s.DueOn(first));
        return day > last
            ? null
            : new SeasonChange(
                first, last, services.Exists(s => s.Tiers.Count == 0) ? [] : [.. services.SelectMany(s => s.Tiers).Distinct()]);
    }

    public IEnumerable<ServiceTerms> On(ServiceTrigger trigger) => Services.Where(s => s.Trigger == trigger);
}
