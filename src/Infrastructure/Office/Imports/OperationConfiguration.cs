using MethodCenter.Application.Common.Ports;
using MethodCenter.Domain.Office.Imports;
using MethodCenter.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MethodCenter.Infrastructure.Office.Imports;

/// <summary>Long work: operations, their files and findings.</summary>
internal sealed class OperationConfiguration
    : IEntityTypeConfiguration<Operation>,
        IEntityTypeConfiguration<OperationFinding>,
        IEntityTypeConfiguration<OperationPart>
{
    public void Configure(EntityTypeBuilder<Operation> builder)
    {
        builder.ToTable("operations");
        builder.Property(operation => operation.Dataset).Text(Operation.DatasetMaxLength);
        builder.Property(operation => operation.Source).HasMaxLength(ExternalKey.SourceMaxLength);
        builder.Property(operation => operation.FileName).Text(Operation.FileNameMaxLength);
        builder.Property(operation => operation.ErrorCode).HasMaxLength(Operation.CodeMaxLength);
        builder.Property(operation => operation.ErrorText).HasMaxLength(Operation.MessageMaxLength);
        builder.Property(operation => operation.ErrorTextEnglish).HasMaxLength(Operation.MessageMaxLength);
        builder.ComplexProperty(operation => operation.Counts);
        builder.Ignore(operation => operation.Finished);
        builder.HasIndex(operation => new { operation.State, operation.CreatedAt });
        builder.HasIndex(operation => new
        {
            operation.CentreId,
            operation.CreatedAt,
            operation.Id,
        });
    }

    public void Configure(EntityTypeBuilder<OperationFinding> builder)
    {
        builder.ToTable("operation_findings");
        builder.Property(finding => finding.Column).HasMaxLength(OperationFinding.ColumnMaxLength);
        builder.Property(finding => finding.Code).Text(Operation.CodeMaxLength);
        builder.Property(finding => finding.Message).Text(Operation.MessageMaxLength);
        builder.Property(finding => finding.MessageEnglish).Text(Operation.MessageMaxLength);
        builder.Property(finding => finding.Value).HasMaxLength(OperationFinding.ValueMaxLength);
        builder.HasIndex(finding => new
        {
            finding.OperationId,
            finding.Row,
            finding.Id,
        });
    }

    public void Configure(EntityTypeBuilder<OperationPart> builder)
    {
        builder.ToTable("operation_parts");
        builder.HasKey(part => new { part.OperationId, part.Number });
        builder.Property(part => part.Number).ValueGeneratedNever();
    }
}
