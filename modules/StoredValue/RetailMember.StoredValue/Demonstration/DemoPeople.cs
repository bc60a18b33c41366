namespace RetailMember.StoredValue.Demonstration;

/// <summary>User names of those of the demonstration's restaurant who have to do with cards.</summary>
internal static class DemoPeople
{
    public const string Floor = "restaurant.floor";
    public const string Bar = "restaurant.bar";
    public const string Supervisor = "restaurant.supervisor";
    public const string General = "restaurant.general";
    public const string Director = "restaurant.director";
    /// <summary>Leaves on the last day of the demonstration.</summary>
    public const string Former = "restaurant.former";
    public const string Cashier = "restaurant.cashier";
    public const string Finance = "finance";
}
