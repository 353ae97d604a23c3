using MethodCenter.Domain.Common.Reports;
using MethodCenter.Domain.Office.StatedFigures;
using MethodCenter.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MethodCenter.Infrastructure.Office.StatedFigures;

internal sealed class StatedFigureConfiguration : IEntityTypeConfiguration<StatedFigure>
{
    public void Configure(EntityTypeBuilder<StatedFigure> builder)
    {
        builder.ToTable("stated_figures");
        builder.Property(figure => figure.Period).Text(ReportPeriod.MaxLength);
        builder.Property(figure => figure.CellKey).Text(StatedFigure.CellKeyMaxLength);
        builder.Property(figure => figure.Source).Text(StatedFigure.SourceMaxLength);
        builder.Property(figure => figure.Page!).Text(StatedFigure.PageMaxLength);
        builder
            .HasIndex(figure => new
            {
                figure.CentreId,
                figure.Report,
                figure.Period,
                figure.CellKey,
            })
            .IsUnique();
        builder.HasIndex(figure => new
        {
            figure.CentreId,
            figure.Period,
            figure.CellKey,
            figure.Id,
        });
    }
}
