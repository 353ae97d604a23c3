using MethodCenter.Domain.Territory.Centres;
using MethodCenter.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MethodCenter.Infrastructure.Territory.Centres;

internal sealed class CentreConfiguration : IEntityTypeConfiguration<Centre>
{
    /// <summary>Names of members and signs of JSON around the texts of one part.</summary>
    private const int JsonAround = 120;

    public void Configure(EntityTypeBuilder<Centre> builder)
    {
        builder.ToTable("centres");
        builder.Property(centre => centre.Code).Text(Centre.CodeMaxLength);
        builder.Property(centre => centre.ShortName).Text(Centre.ShortNameMaxLength);
        builder.Property(centre => centre.FullName).Text(Centre.FullNameMaxLength);
        builder.Property(centre => centre.Territory).Text(Centre.TerritoryMaxLength);
        builder.Property(centre => centre.TimeZone).Text(Centre.TimeZoneMaxLength);
        builder.Property(centre => centre.Address).HasMaxLength(Centre.AddressMaxLength);
        builder.Property(centre => centre.LegalForm).HasMaxLength(Centre.LegalFormMaxLength);
        builder.Property(centre => centre.Site).HasMaxLength(Centre.SiteMaxLength);
        builder.Property(centre => centre.Town).HasMaxLength(Centre.TownMaxLength);
        builder.Property(centre => centre.Founder).Json(Texts(Centre.FounderMaxLength + Centre.ActMaxLength));
        builder
            .Property(centre => centre.FormerNames)
            .Json(
                Centre.MostFormerNames
                    * Texts(Centre.FullNameMaxLength + Centre.ShortNameMaxLength + Centre.ActMaxLength)
            );
        builder
            .Property(centre => centre.Licence)
            .Json(Texts(Centre.LicenceNumberMaxLength + Centre.LicenceIssuerMaxLength));
        builder
            .Property(centre => centre.Departments)
            .Json(Centre.MostDepartments * Texts(Centre.DepartmentMaxLength + Centre.PhoneMaxLength));
        builder.Property(centre => centre.Head).Json(MostOfficialText);
        builder.Property(centre => centre.Secretary).Json(MostOfficialText);
        builder.Property(centre => centre.Phones).Json(Centre.MostPhones * Texts(Centre.PhoneMaxLength));
        builder.Property(centre => centre.OrderIndexes).Json(Texts(3 * Centre.OrderIndexMaxLength));
        builder.HasIndex(centre => centre.Code).IsUnique();
    }

    private static readonly int MostOfficialText = Texts(Centre.PostMaxLength + (3 * Centre.OfficialNameMaxLength));

    /// <summary>In JSON a sign may take two.</summary>
    private static int Texts(int length) => (2 * length) + JsonAround;
}
