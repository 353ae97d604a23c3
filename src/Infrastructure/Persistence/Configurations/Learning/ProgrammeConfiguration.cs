using MethodCenter.Domain.Learning.Programmes;
using MethodCenter.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MethodCenter.Infrastructure.Persistence.Configurations.Learning;

internal sealed class ProgrammeConfiguration : IEntityTypeConfiguration<Programme>
{
    public void Configure(EntityTypeBuilder<Programme> builder)
    {
        builder.ToTable("programmes");
        builder.Property(programme => programme.Code).Text(Programme.CodeMaxLength);
        builder.Property(programme => programme.Title).Text(Programme.TitleMaxLength);
        builder.Property(programme => programme.TitleKey).Text(Programme.TitleMaxLength);
        builder.HasIndex(programme => new { programme.CentreId, programme.Code }).IsUnique();
        builder.HasIndex(programme => new
        {
            programme.CentreId,
            programme.TitleKey,
            programme.Id,
        });
    }
}
