namespace RetailMember.Membership.Programmes;

internal static class PolicyCheck
{
    private const int MostCardMonths = 1_200;
    private const int TenYears = 3_660;

    public static void Look(ProgrammeDocument document, FaultList faults)
    {
        faults.Range(document.PendingDays, 0, 365, "$.pendingDays");
        faults.Range(document.GraceDays, 0, TenYears, "$.graceDays");
        faults.Range(document.PointsPerYuan, 1, 1_000_000, "$.pointsPerYuan");
        faults.Range(document.PointsMostPercent, 0, 100, "$.pointsMostPercent");
        Transfers(document.Transfers, faults);
        Expiry(document, faults);
        Enrolment(document.Enrolment, faults);
        Fields(document.MemberFields, faults);
    }

    private static void Transfers(TransferPolicy transfers, FaultList faults)
    {
        faults.Range(transfers.LeastPoints, 1, Receipt.MaxFen, "$.transfers.leastPoints");
        faults.Range(transfers.DailyMost ?? transfers.LeastPoints, transfers.LeastPoints, Receipt.MaxFen, "$.transfers.dailyMost");
        faults.Range(transfers.LeastDaysLeft, 0, TenYears, "$.transfers.leastDaysLeft");
    }

    private static void Expiry(ProgrammeDocument document, FaultList faults)
    {
        var expiry = document.Expiry;
        faults.Range(expiry.SettlementDays, 0, 365, "$.expiry.settlementDays");
        faults.Range(expiry.Months, 1, 1_200, "$.expiry.months");
        // A month has at least 28 days: points must wake before they die.
        faults.Unless(
            expiry.Kind != ExpiryKind.RollingFromEarn || document.PendingDays < 28 * (long)expiry.Months,
            "pending-outlives-points",
            "$.pendingDays",
            document.PendingDays);
    }

    private static void Enrolment(EnrolmentPolicy enrolment, FaultList faults)
    {
        var least = enrolment.Kind == EnrolmentKind.None ? 0 : 1;
        faults.Range(enrolment.AmountFen, least, Receipt.MaxFen, "$.enrolment.amountFen");
        faults.Range(enrolment.ValidMonths ?? 1, 1, MostCardMonths, "$.enrolment.validMonths");
        faults.Range(enrolment.RenewalFen, 0, enrolment.ValidMonths is null ? 0 : Receipt.MaxFen, "$.enrolment.renewalFen");
    }

    private static void Fields(IReadOnlyList<MemberField> fields, FaultList faults)
    {
        faults.Codes([.. fields.Select(field => field.Code)], "$.memberFields");
        for (var i = 0; i < fields.Count; i++)
        {
            var path = $"$.memberFields[{i}]";
            faults.Name(fields[i].Name, path + ".name");
            faults.References(fields[i].Choices, path + ".choices");
            faults.Unless(
                (fields[i].Kind == MemberFieldKind.Choice) == (fields[i].Choices.Count > 0),
                "choices",
                path + ".choices");
        }
    }
}
