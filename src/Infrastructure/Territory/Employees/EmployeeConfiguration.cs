using MethodCenter.Domain.Territory.Employees;
using MethodCenter.Domain.Territory.Organisations;
using MethodCenter.Domain.Territory.Positions;
using MethodCenter.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MethodCenter.Infrastructure.Territory.Employees;

internal sealed class EmployeeConfiguration : IEntityTypeConfiguration<Employee>
{
    public void Configure(EntityTypeBuilder<Employee> builder)
    {
        builder.ToTable("employees");
        builder.Property(employee => employee.LastName).Text(Employee.NameMaxLength);
        builder.Property(employee => employee.FirstName).Text(Employee.NameMaxLength);
        builder.Property(employee => employee.Patronymic).HasMaxLength(Employee.NameMaxLength);
        builder.Property(employee => employee.NameKey).Text(Employee.SearchKeyMaxLength);
        builder.Property(employee => employee.LikeKey).Text(Employee.SearchKeyMaxLength);
        builder.HasParts(employee => employee.Employments, nameof(Employment.EmployeeId));
        builder.HasParts(employee => employee.Absences, nameof(Absence.EmployeeId));

        // No filter is needed for those without a number: SQLite and PostgreSQL let nulls repeat, and for SQL Server
        // EF adds the filter by itself.
        builder.HasIndex(employee => new { employee.CentreId, employee.Snils }).IsUnique();
        builder.HasIndex(employee => new
        {
            employee.CentreId,
            employee.NameKey,
            employee.Id,
        });
        builder.HasIndex(employee => new { employee.CentreId, employee.LikeKey });
    }
}

internal sealed class EmploymentConfiguration : IEntityTypeConfiguration<Employment>
{
    public void Configure(EntityTypeBuilder<Employment> builder)
    {
        builder.ToTable("employments");
        builder.Ignore(employment => employment.Period);
        builder.Property(employment => employment.Rate).HasPrecision(3, 2);
        builder.Property(employment => employment.FormerLastName).HasMaxLength(Employee.NameMaxLength);
        builder.Property(employment => employment.FormerFirstName).HasMaxLength(Employee.NameMaxLength);
        builder.Property(employment => employment.FormerPatronymic).HasMaxLength(Employee.NameMaxLength);
        builder.Property(employment => employment.FormerNameKey).HasMaxLength(Employee.SearchKeyMaxLength);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(employment => employment.OrganisationId);
        builder.HasOne<Position>().WithMany().HasForeignKey(employment => employment.PositionId);

        // Reports on everybody of a centre begin here.
        builder.HasIndex(employment => new { employment.CentreId, employment.EmployeeId });
    }
}

internal sealed class AbsenceConfiguration : IEntityTypeConfiguration<Absence>
{
    public void Configure(EntityTypeBuilder<Absence> builder)
    {
        builder.ToTable("absences");
        builder.Ignore(absence => absence.Period);
    }
}
