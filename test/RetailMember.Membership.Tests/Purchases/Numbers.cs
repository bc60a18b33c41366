namespace RetailMember.Membership.Tests.Purchases;

/// <summary>Numbers for mobiles that no other test of the process uses.</summary>
internal static class Numbers
{
    private static int last = 50_000;

    public static int Next() => Interlocked.Increment(ref last);
}
