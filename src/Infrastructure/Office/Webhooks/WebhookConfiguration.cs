using MethodCenter.Application.Common.Changes;
using MethodCenter.Domain.Office.Webhooks;
using MethodCenter.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MethodCenter.Infrastructure.Office.Webhooks;

internal sealed class WebhookSubscriptionConfiguration : IEntityTypeConfiguration<WebhookSubscription>
{
    public void Configure(EntityTypeBuilder<WebhookSubscription> builder)
    {
        builder.ToTable("webhook_subscriptions");
        builder.Property(subscription => subscription.Name).Text(WebhookSubscription.NameMaxLength);
        builder.Property(subscription => subscription.NameKey).Text(WebhookSubscription.NameMaxLength);
        builder
            .Property(subscription => subscription.Description)
            .HasMaxLength(WebhookSubscription.DescriptionMaxLength);
        builder.Property(subscription => subscription.Url).Text(WebhookSubscription.UrlMaxLength);
        builder
            .Property(subscription => subscription.Types)
            .HasConversion(new TypesConverter(), new TypesComparer())
            .HasMaxLength(WebhookSubscription.TypesMaxLength)
            .IsUnicode(false);
        builder.Property(subscription => subscription.Secret).HasMaxLength(WebhookSubscription.SecretMaxLength);
        builder.Property(subscription => subscription.PreviousSecret).HasMaxLength(WebhookSubscription.SecretMaxLength);
        builder.HasIndex(subscription => new
        {
            subscription.CentreId,
            subscription.NameKey,
            subscription.Id,
        });
    }

    /// <summary>Names of types hold no spaces.</summary>
    internal sealed class TypesConverter()
        : ValueConverter<IReadOnlyList<string>, string>(
            types => string.Join(' ', types),
            stored => stored.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        );

    internal sealed class TypesComparer()
        : ValueComparer<IReadOnlyList<string>>(
            (one, other) => one!.SequenceEqual(other!),
            types => types.Aggregate(0, (hash, type) => HashCode.Combine(hash, type))
        );
}

internal sealed class WebhookDeliveryConfiguration : IEntityTypeConfiguration<WebhookDelivery>
{
    public void Configure(EntityTypeBuilder<WebhookDelivery> builder)
    {
        builder.ToTable("webhook_deliveries");
        builder.Property(delivery => delivery.Type).Text(ChangeTypes.NameMaxLength).IsUnicode(false);

        // The outcome of a delivery is only written while it is pending: of two instances that deliver at a hand-over,
        // one is heard.
        builder.Property(delivery => delivery.State).IsConcurrencyToken();
        builder.HasIndex(delivery => new { delivery.SubscriptionId, delivery.Position }).IsUnique();
        builder.HasIndex(delivery => new
        {
            delivery.SubscriptionId,
            delivery.State,
            delivery.Position,
        });
        builder.HasIndex(delivery => delivery.OccurredAt);
    }
}
