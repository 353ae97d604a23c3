using MethodCenter.Domain.Learning.Courses;
using MethodCenter.Domain.Learning.Enrolments;
using MethodCenter.Domain.Learning.Orders;
using MethodCenter.Domain.Territory.Organisations;
using MethodCenter.Domain.Territory.Positions;
using MethodCenter.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MethodCenter.Infrastructure.Learning.Orders;

internal sealed class OrderConfiguration : IEntityTypeConfiguration<Order>, IEntityTypeConfiguration<OrderLine>
{
    private const int JsonAround = 100;
    private const int MostPointsText =
        Order.MostPoints * ((2 * (Order.PointMaxLength + Order.ExecutorMaxLength)) + JsonAround);

    public void Configure(EntityTypeBuilder<Order> builder)
    {
        builder.ToTable("orders");
        builder.Ignore(order => order.Reference);
        builder.Ignore(order => order.Moved);
        builder.Ignore(order => order.LeavingDay);
        builder.Property(order => order.Number).Text(Order.NumberMaxLength);
        builder.Property(order => order.SearchKey).Text(Order.SearchKeyMaxLength);
        builder.Property(order => order.Basis).HasMaxLength(Order.BasisMaxLength);
        builder.Property(order => order.CancellationReason).HasMaxLength(Order.ReasonMaxLength);
        builder.Property(order => order.NumberKey).HasMaxLength(Order.NumberMaxLength);
        builder.Property(order => order.Reason).HasMaxLength(Order.ReasonMaxLength);
        builder.Property(order => order.Control).HasMaxLength(Order.ControlMaxLength);
        builder.Property(order => order.Points).Json(MostPointsText);
        builder.Property(order => order.Signatory).Json((2 * Order.SignatoryMaxLength) + JsonAround);
        builder.HasParts(order => order.Lines, nameof(OrderLine.OrderId));
        builder.HasOne<Course>().WithMany().HasForeignKey(order => order.CourseId);

        // The number of a cancelled order stays its own: the paper was there. Orders written before all kinds were counted
        // in one row have no key, and their numbers are told apart by the kind.
        builder
            .HasIndex(order => new
            {
                order.CentreId,
                order.Year,
                order.NumberKey,
            })
            .IsUnique();
        builder
            .HasIndex(order => new
            {
                order.CentreId,
                order.Year,
                order.Kind,
                order.Number,
            })
            .IsUnique();
        builder.HasIndex(order => new
        {
            order.CentreId,
            order.Date,
            order.Id,
        });
    }

    public void Configure(EntityTypeBuilder<OrderLine> builder)
    {
        builder.ToTable("order_lines");
        builder.Ignore(line => line.HasMoved);
        builder.Property(line => line.FullName).Text(OrderLine.FullNameMaxLength);
        builder.Property(line => line.Organisation).Text(Organisation.ShortNameMaxLength);
        builder.Property(line => line.Position).HasMaxLength(Position.NameMaxLength);
        builder.HasOne<Enrolment>().WithMany().HasForeignKey(line => line.EnrolmentId);
        builder.HasIndex(line => new { line.OrderId, line.EnrolmentId }).IsUnique();
    }
}
