using RetailMember.Engagement.Data;
using RetailMember.UseCases;

namespace RetailMember.Engagement.SignUps;

/// <summary>A member's sign-up as it stands.</summary>
/// <param name="Event">Code of the event.</param>
/// <param name="Guests">Whom he brings along.</param>
/// <param name="Points">Given for coming, less those taken back.</param>
/// <param name="SignedUpAt">UTC.</param>
/// <param name="Reason">Why it was cancelled or the attendance withdrawn.</param>
internal sealed record SignUpView(
    string Event, string MemberNo, SignUpState State, int Guests, long Points, DateTime SignedUpAt, string? Reason) : IAbout
{
    /// <summary>How many wait before him; left out where he does not wait.</summary>
    public int? WaitingBefore { get; init; }

    /// <summary>The same was recorded before.</summary>
    public bool Already { get; init; }

    string IAbout.About => MemberNo;

    public static SignUpView Of(SignUp signUp, string happening, string memberNo) => new(
        happening, memberNo, signUp.State, signUp.Guests, signUp.Points - signUp.PointsTaken, signUp.SignedUpAt, signUp.Reason);
}
