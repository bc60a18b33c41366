namespace RetailMember.Membership.Programmes;

/// <summary>What a customer brings who wants to become a member; all amounts in fen.</summary>
/// <param name="IsFirstPurchase">The brand knows of no earlier purchase since he was a member last, if ever.</param>
internal readonly record struct Application(long PurchaseFen = 0, bool IsFirstPurchase = false, long FeePaidFen = 0);

internal enum Admission { Admitted, AwaitsReview, NotReached }

internal static class EnrolmentPolicyJudgement
{
    public static Admission Judge(this EnrolmentPolicy policy, in Application application)
    {
        var reached = policy.Kind switch
        {
            EnrolmentKind.None => true,
            EnrolmentKind.FirstPurchaseAtLeast =>
                application.IsFirstPurchase && application.PurchaseFen >= policy.AmountFen,
            EnrolmentKind.SinglePurchaseAtLeast => application.PurchaseFen >= policy.AmountFen,
            EnrolmentKind.Fee => application.FeePaidFen >= policy.AmountFen,
            _ => throw new InvalidOperationException($"Unknown kind of enrolment {policy.Kind}."),
        };
        return !reached ? Admission.NotReached : policy.Review ? Admission.AwaitsReview : Admission.Admitted;
    }
}
