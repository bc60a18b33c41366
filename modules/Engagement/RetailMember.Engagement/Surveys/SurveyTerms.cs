namespace RetailMember.Engagement.Surveys;

/// <summary>What a survey asks, whom, and from when to when.</summary>
internal sealed record SurveyTerms
{
    public required LocalName Name { get; init; }

    /// <summary>What it is for; plain text.</summary>
    public required LocalName Intro { get; init; }

    /// <summary>First day, in the brand's time zone.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day.</summary>
    public required DateOnly To { get; init; }

    public SurveyAudience Audience { get; init; }

    /// <summary>Codes of tiers, for <see cref="SurveyAudience.Tiers"/>.</summary>
    public IReadOnlyList<string> Tiers { get; init; } = [];

    /// <summary>For <see cref="SurveyAudience.Buyers"/>: who bought on one of so many last days.</summary>
    public int? BoughtWithinDays { get; init; }

    /// <summary>Code of an event, for <see cref="SurveyAudience.Attendants"/>.</summary>
    public string? Event { get; init; }

    /// <summary>Nobody can tell afterwards who answered what; still once for each member.</summary>
    public bool Anonymous { get; init; }

    /// <summary>For answering.</summary>
    public long Points { get; init; }

    public required IReadOnlyList<SurveyQuestion> Questions { get; init; }
}

/// <param name="Asks">The question.</param>
internal sealed record SurveyQuestion(QuestionKind Kind, LocalName Asks)
{
    /// <summary>To choose from; of <see cref="QuestionKind.Single"/> and <see cref="QuestionKind.Multiple"/> alone.</summary>
    public IReadOnlyList<LocalName> Options { get; init; } = [];

    /// <summary>May not be left out.</summary>
    public bool Mandatory { get; init; }

    public bool HasOptions => Kind is QuestionKind.Single or QuestionKind.Multiple;

    /// <summary>The scores that may be given; null where it asks for none.</summary>
    public (int Least, int Most)? Scale => Kind switch
    {
        QuestionKind.Stars => (1, 5),
        QuestionKind.Score => (0, 10),
        _ => null,
    };
}

internal enum QuestionKind
{
    /// <summary>One of its options.</summary>
    Single,

    /// <summary>Any of its options.</summary>
    Multiple,

    /// <summary>1 to 5.</summary>
    Stars,

    /// <summary>0 to 10: would you recommend us?</summary>
    Score,

    /// <summary>In his own words.</summary>
    Comment,
}

internal enum SurveyAudience
{
    Everybody,
    Tiers,

    /// <summary>Who bought lately.</summary>
    Buyers,

    /// <summary>Who came to an event.</summary>
    Attendants,
}
