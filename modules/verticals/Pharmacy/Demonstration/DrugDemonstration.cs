using RetailMember.Brands;
using RetailMember.Demonstrations;
using RetailMember.People;
using RetailMember.Pharmacy.Data;
using RetailMember.Pharmacy.Drugs;
using RetailMember.UseCases;

namespace RetailMember.Pharmacy.Demonstration;

/// <summary>
/// Articles of every class in the demonstration's pharmacy, before its catalogue, whose goods must be of a known class.
/// </summary>
internal sealed class DrugDemonstration(UseCaseEntry entry, IBrandDirectory brands) : IDemonstration
{
    private static readonly (string Code, string Name, DrugClass Class)[] Articles =
    [
        ("amoxicillin-500", "阿莫西林胶囊", DrugClass.Prescription), ("metformin-850", "二甲双胍片", DrugClass.Prescription),
        ("ibuprofen-300", "布洛芬缓释胶囊", DrugClass.OtcA), ("cold-granules", "感冒清热颗粒", DrugClass.OtcB),
        ("vitamin-c", "维生素C咀嚼片", DrugClass.None), ("thermometer-1", "电子体温计", DrugClass.None),
        ("pill-box-7", "七日药盒", DrugClass.None), ("blood-pressure", "上臂式血压计", DrugClass.None),
        ("umbrella-1", "晴雨伞", DrugClass.None), ("family-doctor", "《家庭医生》", DrugClass.None),
    ];

    public int Order => 60;

    public async Task SeedAsync(DemonstrationNotes notes, CancellationToken cancel)
    {
        if (brands.Find(PharmacyDemonstration.BrandCode) is not { } brand) return;
        var call = new CallContext(Caller.House("demonstration"), Channel.CommandLine) { Brand = brand };
        foreach (var (code, name, drugClass) in Articles)
            await entry.RunAsync(new EditDrug.Input(code, name, drugClass), call, cancel);
    }
}
