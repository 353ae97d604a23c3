using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MethodCenter.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class V0_2_0 : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ux_accounts_external_issuer_external_subject",
                table: "accounts");

            migrationBuilder.AlterColumn<string>(
                name: "period",
                table: "stated_figures",
                type: "nvarchar(21)",
                maxLength: 21,
                nullable: false,
                collation: "Latin1_General_100_BIN2",
                oldClrType: typeof(string),
                oldType: "nvarchar(20)",
                oldMaxLength: 20,
                oldCollation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "page",
                table: "stated_figures",
                type: "nvarchar(60)",
                maxLength: 60,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "control",
                table: "orders",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateOnly>(
                name: "leaves_on",
                table: "orders",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "number_key",
                table: "orders",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "points",
                table: "orders",
                type: "nvarchar(max)",
                maxLength: 50000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "reason",
                table: "orders",
                type: "nvarchar(500)",
                maxLength: 500,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "signatory",
                table: "orders",
                type: "nvarchar(900)",
                maxLength: 900,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "skip_hidden",
                table: "operations",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "like_key",
                table: "employees",
                type: "nvarchar(160)",
                maxLength: 160,
                nullable: false,
                defaultValue: "",
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "issuer",
                table: "certificates",
                type: "nvarchar(4000)",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "departments",
                table: "centres",
                type: "nvarchar(max)",
                maxLength: 60000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "former_names",
                table: "centres",
                type: "nvarchar(max)",
                maxLength: 54600,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "founder",
                table: "centres",
                type: "nvarchar(1320)",
                maxLength: 1320,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "head",
                table: "centres",
                type: "nvarchar(1120)",
                maxLength: 1120,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "legal_form",
                table: "centres",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "licence",
                table: "centres",
                type: "nvarchar(840)",
                maxLength: 840,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "order_indexes",
                table: "centres",
                type: "nvarchar(180)",
                maxLength: 180,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "phones",
                table: "centres",
                type: "nvarchar(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "secretary",
                table: "centres",
                type: "nvarchar(1120)",
                maxLength: 1120,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "site",
                table: "centres",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "town",
                table: "centres",
                type: "nvarchar(100)",
                maxLength: 100,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<byte[]>(
                name: "key_id",
                table: "calendar_links",
                type: "binary(16)",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "referral",
                table: "applications",
                type: "nvarchar(2080)",
                maxLength: 2080,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ux_orders_centre_id_year_number_key",
                table: "orders",
                columns: new[] { "centre_id", "year", "number_key" },
                unique: true,
                filter: "[number_key] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_employees_centre_id_like_key",
                table: "employees",
                columns: new[] { "centre_id", "like_key" });

            migrationBuilder.CreateIndex(
                name: "ix_accounts_external_issuer_external_subject",
                table: "accounts",
                columns: new[] { "external_issuer", "external_subject" });

            migrationBuilder.CreateIndex(
                name: "ux_accounts_centre_id_external_issuer_external_subject",
                table: "accounts",
                columns: new[] { "centre_id", "external_issuer", "external_subject" },
                unique: true,
                filter: "[external_issuer] IS NOT NULL AND [external_subject] IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ux_orders_centre_id_year_number_key",
                table: "orders");

            migrationBuilder.DropIndex(
                name: "ix_employees_centre_id_like_key",
                table: "employees");

            migrationBuilder.DropIndex(
                name: "ix_accounts_external_issuer_external_subject",
                table: "accounts");

            migrationBuilder.DropIndex(
                name: "ux_accounts_centre_id_external_issuer_external_subject",
                table: "accounts");

            migrationBuilder.DropColumn(
                name: "page",
                table: "stated_figures");

            migrationBuilder.DropColumn(
                name: "control",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "leaves_on",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "number_key",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "points",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "reason",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "signatory",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "skip_hidden",
                table: "operations");

            migrationBuilder.DropColumn(
                name: "like_key",
                table: "employees");

            migrationBuilder.DropColumn(
                name: "issuer",
                table: "certificates");

            migrationBuilder.DropColumn(
                name: "departments",
                table: "centres");

            migrationBuilder.DropColumn(
                name: "former_names",
                table: "centres");

            migrationBuilder.DropColumn(
                name: "founder",
                table: "centres");

            migrationBuilder.DropColumn(
                name: "head",
                table: "centres");

            migrationBuilder.DropColumn(
                name: "legal_form",
                table: "centres");

            migrationBuilder.DropColumn(
                name: "licence",
                table: "centres");

            migrationBuilder.DropColumn(
                name: "order_indexes",
                table: "centres");

            migrationBuilder.DropColumn(
                name: "phones",
                table: "centres");

            migrationBuilder.DropColumn(
                name: "secretary",
                table: "centres");

            migrationBuilder.DropColumn(
                name: "site",
                table: "centres");

            migrationBuilder.DropColumn(
                name: "town",
                table: "centres");

            migrationBuilder.DropColumn(
                name: "key_id",
                table: "calendar_links");

            migrationBuilder.DropColumn(
                name: "referral",
                table: "applications");

            migrationBuilder.AlterColumn<string>(
                name: "period",
                table: "stated_figures",
                type: "nvarchar(20)",
                maxLength: 20,
                nullable: false,
                collation: "Latin1_General_100_BIN2",
                oldClrType: typeof(string),
                oldType: "nvarchar(21)",
                oldMaxLength: 21,
                oldCollation: "Latin1_General_100_BIN2");

            migrationBuilder.CreateIndex(
                name: "ux_accounts_external_issuer_external_subject",
                table: "accounts",
                columns: new[] { "external_issuer", "external_subject" },
                unique: true,
                filter: "[external_issuer] IS NOT NULL AND [external_subject] IS NOT NULL");
        }
    }
}
