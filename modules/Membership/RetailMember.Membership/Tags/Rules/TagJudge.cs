namespace RetailMember.Membership.Tags;

/// <summary>Decides whether a member has a tag: examples, previews, jobs and single members are all judged here.</summary>
internal static class TagJudge
{
    public static TagVerdict Judge(TagTerms terms, TagFacts facts)
    {
        var figures = terms.Conditions.Select(c => Look(c, facts)).ToArray();
        var holds = terms.Match == TagMatch.All ? Array.TrueForAll(figures, f => f.Holds) : Array.Exists(figures, f => f.Holds);
        return new TagVerdict(figures.Length > 0 && holds, figures);
    }

    private static TagFigure Look(TagCondition condition, TagFacts facts)
    {
        var figure = condition.Measure switch
        {
            TagMeasure.Tier => TagFigure.Of(facts.Tier),
            TagMeasure.Age => TagFigure.Of(facts.Birthday is { } born ? YearsBetween(born, facts.On) : null),
            TagMeasure.BirthdayMonth => TagFigure.Of(facts.Birthday?.Month),
            TagMeasure.DaysSinceJoining => TagFigure.Of(facts.On.DayNumber - facts.JoinedOn.DayNumber),
            _ => new TagWindow(condition, facts).Find(),
        };
        var holds = condition is { Measure: TagMeasure.BirthdayMonth, OneOf.Count: 0 }
            ? figure.Number == facts.On.Month
            : condition.Holds(figure);
        return figure with { Holds = holds };
    }

    private static int YearsBetween(DateOnly born, DateOnly on)
    {
        var years = on.Year - born.Year;
        return on < born.AddYears(years) ? years - 1 : years;
    }
}
