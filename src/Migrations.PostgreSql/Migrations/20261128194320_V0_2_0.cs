using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MethodCenter.Migrations.PostgreSql.Migrations
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
                type: "character varying(21)",
                maxLength: 21,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(20)",
                oldMaxLength: 20);

            migrationBuilder.AddColumn<string>(
                name: "page",
                table: "stated_figures",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "control",
                table: "orders",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "leaves_on",
                table: "orders",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "number_key",
                table: "orders",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "points",
                table: "orders",
                type: "character varying(50000)",
                maxLength: 50000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "reason",
                table: "orders",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "signatory",
                table: "orders",
                type: "character varying(900)",
                maxLength: 900,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "skip_hidden",
                table: "operations",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "like_key",
                table: "employees",
                type: "character varying(160)",
                maxLength: 160,
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "issuer",
                table: "certificates",
                type: "character varying(4000)",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "departments",
                table: "centres",
                type: "character varying(60000)",
                maxLength: 60000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "former_names",
                table: "centres",
                type: "character varying(54600)",
                maxLength: 54600,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "founder",
                table: "centres",
                type: "character varying(1320)",
                maxLength: 1320,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "head",
                table: "centres",
                type: "character varying(1120)",
                maxLength: 1120,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "legal_form",
                table: "centres",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "licence",
                table: "centres",
                type: "character varying(840)",
                maxLength: 840,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "order_indexes",
                table: "centres",
                type: "character varying(180)",
                maxLength: 180,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "phones",
                table: "centres",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "secretary",
                table: "centres",
                type: "character varying(1120)",
                maxLength: 1120,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "site",
                table: "centres",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "town",
                table: "centres",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "key_id",
                table: "calendar_links",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "referral",
                table: "applications",
                type: "character varying(2080)",
                maxLength: 2080,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ux_orders_centre_id_year_number_key",
                table: "orders",
                columns: new[] { "centre_id", "year", "number_key" },
                unique: true);

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
                unique: true);
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
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(21)",
                oldMaxLength: 21);

            migrationBuilder.CreateIndex(
                name: "ux_accounts_external_issuer_external_subject",
                table: "accounts",
                columns: new[] { "external_issuer", "external_subject" },
                unique: true);
        }
    }
}
