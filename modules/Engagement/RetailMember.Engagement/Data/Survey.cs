using RetailMember.Data;

namespace RetailMember.Engagement.Data;

/// <summary>Questions to members. Only a draft is edited.</summary>
internal sealed class Survey : IBrandOwned, IVersioned
{
    public Guid Id { get; init; }

    public int BrandId { get; init; }

    /// <summary>Unique in the brand.</summary>
    public required string Code { get; init; }

    public SurveyState State { get; set; }

    /// <summary><see cref="Surveys.SurveyTerms"/> as JSON.</summary>
    public required string Terms { get; set; }

    /// <summary>Members who answered.</summary>
    public int Responses { get; set; }

    public required string EditedBy { get; set; }

    /// <summary>UTC.</summary>
    public DateTime EditedAt { get; set; }

    public long Version { get; set; }
}

internal enum SurveyState
{
    Draft,

    /// <summary>Members answer on the days of its terms.</summary>
    Open,
    Closed,
}

/// <summary>That a member answered a survey: at most once for each of both.</summary>
internal sealed class SurveyEntry : IBrandOwned
{
    public Guid Id { get; init; }

    public int BrandId { get; init; }

    public Guid SurveyId { get; init; }

    public Guid MemberId { get; set; }

    /// <summary>What he answered; null where the survey is anonymous, for good.</summary>
    public Guid? AnswerId { get; init; }

    /// <summary>Business date of the brand.</summary>
    public DateOnly On { get; init; }

    /// <summary>Given for it.</summary>
    public long Points { get; set; }

    public string AwardKey => $"{AwardPrefix}{Id:N}";

    public const string AwardPrefix = "survey/";
}

/// <summary>What somebody answered. Nothing in it says who or when.</summary>
internal sealed class SurveyAnswer : IBrandOwned
{
    /// <summary>Drawn by chance, so that it does not tell the order of answering.</summary>
    public Guid Id { get; init; }

    public int BrandId { get; init; }

    public Guid SurveyId { get; init; }

    /// <summary>A list of <see cref="Surveys.QuestionAnswer"/> as JSON.</summary>
    public required string Answers { get; init; }
}
